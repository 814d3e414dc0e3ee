//! The in-memory backend does what a backend must do.

store::conformance_suite!(|history| (store::Memory::with_history(history), ()));

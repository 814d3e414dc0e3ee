# Short names for the commands of this repository; `just --list` shows them.

# Start Lodge with the demonstration world.
run *arguments:
    cargo run --release -- up --demo {{ arguments }}

# Install what the tests need, then run everything that CI runs.
test *arguments:
    cargo xtask test {{ arguments }}

# Formats, lints and floors only.
lint:
    cargo xtask lint

# Format every source in place.
fmt:
    cargo xtask fmt

# Write the generated code again.
codegen:
    cargo xtask codegen

# Measure: docs/performance.md.
bench *arguments:
    cargo xtask bench {{ arguments }}

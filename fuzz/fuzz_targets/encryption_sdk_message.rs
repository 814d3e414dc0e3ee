#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fuzz::targets::encryption_sdk_message::run(input));

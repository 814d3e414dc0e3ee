#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fuzz::targets::seal_file::run(input));

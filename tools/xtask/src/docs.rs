//! Runs the commands that the documentation tells people to type.
//!
//! A fenced block whose opening line is exactly ```` ```sh test ```` is run; every other block is left alone. The blocks of one
//! file are one shell session (`sh`, `set -eu`), in a new folder that is also its `HOME`, so that a later block builds on an
//! earlier one. What a session leaves running in the background is ended with it.

use std::ffi::OsString;
use std::fs;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::process;

const MARK: &str = "sh test";

/// How long a server that a session has left running may take to end.
const GRACE: Duration = Duration::from_secs(10);

/// Runs README.md and the Markdown files of docs/ and sdk/ under `root`, with the folders `programs` first on `PATH`, and `modules` for Python.
pub fn run_all(root: &Path, programs: &[PathBuf], modules: &Path) -> Result<()> {
    let mut ran = 0;
    for file in files(root)? {
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let name = file.strip_prefix(root).unwrap_or(&file).display().to_string();
        let blocks = blocks(&text).with_context(|| name.clone())?;
        if blocks.is_empty() {
            continue;
        }
        println!("{name}: {} block(s)", blocks.len());
        run_session(&script(&name, &blocks), programs, modules).with_context(|| name.clone())?;
        ran += blocks.len();
    }
    if ran == 0 {
        bail!("README.md, docs/ and sdk/ hold no block marked `{MARK}`: nothing was checked");
    }
    println!("{ran} block(s) ran");
    Ok(())
}

/// A block of commands.
#[derive(Debug, PartialEq)]
struct Block {
    /// The line of the file, counted from 1, on which its first command stands.
    line: usize,
    commands: String,
}

fn files(root: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let readme = root.join("README.md");
    if readme.is_file() {
        files.push(readme);
    }
    for folder in ["docs", "sdk"].map(|name| root.join(name)) {
        if folder.is_dir() {
            collect(&folder, &mut files)?;
        }
    }
    Ok(files)
}

/// Adds the Markdown files of a folder and of those in it, in the order of their names.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "md") {
            files.push(path);
        }
    }
    Ok(())
}

/// The marked blocks of a Markdown text, in order.
fn blocks(markdown: &str) -> Result<Vec<Block>> {
    let mut blocks = Vec::new();
    // The fence that is open, and the block when it is a marked one.
    let mut open: Option<(&str, Option<Block>)> = None;
    for (index, line) in markdown.lines().enumerate() {
        let text = line.trim_start_matches(' ');
        let info = text.trim_start_matches('`');
        let fence = text.strip_suffix(info).filter(|fence| fence.len() >= 3);
        match (&mut open, fence) {
            (None, Some(fence)) => {
                let block = Block { line: index + 2, commands: String::new() };
                open = Some((fence, (info.trim() == MARK).then_some(block)));
            }
            (Some((opening, block)), Some(fence))
                if fence.len() >= opening.len() && info.trim().is_empty() =>
            {
                blocks.extend(block.take());
                open = None;
            }
            (Some((_, Some(block))), _) => {
                block.commands.push_str(line);
                block.commands.push('\n');
            }
            (Some((_, None)) | None, _) => {}
        }
    }
    if let Some((_, Some(block))) = open {
        bail!("the block before line {} is not closed", block.line);
    }
    Ok(blocks)
}

/// One session: the shell's own trace names the block that fails.
fn script(file: &str, blocks: &[Block]) -> String {
    let mut script = "set -eux\n".to_owned();
    for block in blocks {
        script.push_str(&format!(": {file} line {}\n{}", block.line, block.commands));
    }
    script
}

fn run_session(script: &str, programs: &[PathBuf], modules: &Path) -> Result<()> {
    let folder = process::output(Command::new("mktemp").args(["-d", "-t", "lodge-docs.XXXXXX"]))?;
    let result = run_shell(script, programs, modules, Path::new(&folder));
    fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {folder}"))?;
    result
}

fn run_shell(script: &str, programs: &[PathBuf], modules: &Path, folder: &Path) -> Result<()> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(programs.iter().cloned().chain(std::env::split_paths(&path)))?;
    let mut shell = Command::new("sh");
    shell.args(["-c", script]).current_dir(folder).env("HOME", folder).env("PATH", path).stdin(Stdio::null());
    shell.env("PYTHONPATH", modules);
    for variable in user_settings() {
        shell.env_remove(variable);
    }
    // In a group of its own, so that what it started can be ended with it.
    let mut child = shell.process_group(0).spawn().context("cannot run sh")?;
    let status = child.wait()?;
    end_group(child.id());
    if !status.success() {
        bail!("the commands failed: {status}");
    }
    Ok(())
}

/// Ends what is left of a process group, gently at first, and waits until nothing is.
fn end_group(leader: u32) {
    let group = format!("-{leader}");
    // Fails when there is nothing (left) to send to.
    let signal = |name: &str| process::succeeds(Command::new("kill").args([name, "--", &group]));
    let deadline = Instant::now() + GRACE;
    let mut left = signal("-TERM");
    while left {
        thread::sleep(Duration::from_millis(20));
        left = signal(if Instant::now() < deadline { "-0" } else { "-KILL" });
    }
}

/// Variables that would let the user's own settings into the session.
fn user_settings() -> impl Iterator<Item = OsString> {
    std::env::vars_os().map(|(name, _)| name).filter(|name| {
        let name = name.to_string_lossy();
        name.starts_with("AWS_") || name.starts_with("LODGE_") || name.starts_with("XDG_")
    })
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{Block, blocks, run_all, run_session};

    #[test]
    fn only_marked_blocks_are_taken() {
        let text = "# Title\n\n```sh\nnot this\n```\n\n```sh test\nls\n\npwd\n```\n````md\n```sh test\nquoted\n```\n````\n";
        assert_eq!(blocks(text).unwrap(), [Block { line: 8, commands: "ls\n\npwd\n".into() }]);
    }

    #[test]
    fn a_block_without_an_end_is_refused() {
        assert!(blocks("```sh test\nls\n").is_err());
    }

    #[test]
    fn the_blocks_of_a_file_are_one_session() {
        let root = tempfile::tempdir().unwrap();
        let text = "```sh test\nword=here\necho $word >made\n```\ntext\n```sh test\ntest \"$(cat made)\" = $word\n```\n";
        fs::write(root.path().join("README.md"), text).unwrap();
        run_all(root.path(), &[], Path::new("")).unwrap();
    }

    #[test]
    fn a_failing_command_fails_the_file() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("docs/guides")).unwrap();
        fs::write(root.path().join("docs/guides/start.md"), "```sh test\nfalse\ntrue\n```\n").unwrap();
        let error = format!("{:#}", run_all(root.path(), &[], Path::new("")).unwrap_err());
        assert!(error.starts_with("docs/guides/start.md: "), "{error}");
    }

    #[test]
    fn documentation_without_any_checked_command_fails() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("README.md"), "```sh\nls\n```\n").unwrap();
        assert!(run_all(root.path(), &[], Path::new("")).is_err());
    }

    #[test]
    fn what_a_session_leaves_running_is_ended() {
        let pid = tempfile::NamedTempFile::new().unwrap();
        run_session(&format!("sleep 600 & echo $! >{}\n", pid.path().display()), &[], Path::new("")).unwrap();
        let pid = fs::read_to_string(pid.path()).unwrap();
        let status = format!("/proc/{}/status", pid.trim());
        let running = fs::read_to_string(&status).is_ok_and(|text| !text.contains("State:\tZ"));
        assert!(!running, "still there: {}", pid.trim());
    }
}

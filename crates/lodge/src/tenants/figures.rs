//! `lodge tenants cost` and `usage`: tables and plots.

use std::io::Write;

use anyhow::{Context, Result};
use tenants::{Cost, CostOptions, Plot, Tenants, Usage, UsageOptions};

use super::arguments;
use super::progress::Bar;
use super::table::Table;
use super::{print, write_all_lines};

pub async fn cost(
    tenants: &Tenants,
    options: CostOptions,
    concurrency: usize,
    plot: &arguments::Plot,
    json: bool,
) -> Result<()> {
    let bar = Bar::new("keys");
    let cost = tenants.cost(options, concurrency, &|done, total| bar.show(done, total, 0)).await?;
    drop(bar);
    draw(&cost.plot(), plot)?;
    print(json, &cost, |out| write_cost(out, &cost))
}

pub async fn usage(
    tenants: &Tenants,
    options: &UsageOptions,
    plot: &arguments::Plot,
    json: bool,
) -> Result<()> {
    let usage = tenants.usage(options).await?;
    draw(&usage.plot(), plot)?;
    print(json, &usage, |out| write_usage(out, &usage))
}

fn draw(plot: &Plot, wanted: &arguments::Plot) -> Result<()> {
    match &wanted.svg {
        Some(path) => {
            std::fs::write(path, plot.svg()).with_context(|| format!("could not write {}", path.display()))
        }
        None => Ok(()),
    }
}

fn write_cost(out: &mut dyn Write, cost: &Cost) -> std::io::Result<()> {
    let [never, once, more] = cost.keys_by_rotations;
    writeln!(
        out,
        "{} keys: {never} never rotated, {once} once, {more} more often. AWS's prices of {} a month, US dollars.",
        cost.keys, cost.prices_as_of
    )?;
    let mut table = Table::new(["", "KEYS", "TODAY", "AFTER TWO ROTATIONS"]);
    let mut row = |name: &str, keys: usize, today: f64, later: f64| {
        table.row([name.to_owned(), keys.to_string(), format!("${today:.2}"), format!("${later:.2}")]);
    };
    row("one key per tenant", cost.keys, cost.total, cost.total_after_rotations);
    row(
        &format!("one key per tenant and service ({})", cost.services),
        cost.separate_keys,
        cost.separate_total,
        cost.separate_total_after_rotations,
    );
    table.write(out)?;
    if cost.request_price > 0.0 {
        writeln!(out, "Each has ${:.2} for requests in it.", cost.request_price)?;
    }
    writeln!(out)?;
    write_all_lines(out, &cost.plot().text())
}

fn write_usage(out: &mut dyn Write, usage: &Usage) -> std::io::Result<()> {
    let mut table = Table::new(["TIME", "TENANT", "SERVICE", "OPERATION", "CALLS", "FAILED"]);
    for count in &usage.counts {
        table.row([
            count.time.clone(),
            count.tenant.to_string(),
            count.service.clone(),
            count.operation.clone(),
            count.calls.to_string(),
            count.failed.to_string(),
        ]);
    }
    table.write(out)?;
    writeln!(out)?;
    write_all_lines(out, &usage.plot().text())
}

impl From<arguments::By> for tenants::By {
    fn from(by: arguments::By) -> Self {
        match by {
            arguments::By::Hour => Self::Hour,
            arguments::By::Day => Self::Day,
            arguments::By::Total => Self::Total,
        }
    }
}

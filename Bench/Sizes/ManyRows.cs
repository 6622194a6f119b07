using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using PlanBot.Tests.Builders;
using PlanBot.UseCases;

namespace PlanBot.Bench.Sizes;

/// <summary>What the program writes in great numbers, against the same rows written by bare INSERTs into the same tables. Both are taken back after each round.</summary>
internal static class ManyRows
{
    private const int Rounds = 5;
    private static readonly Written Step = new("queueing one step", "reminder", "period = '2024Q4' AND step = 'due+3'", null, "");

    /// <summary>A period is opened for every obligation of the plan.</summary>
    public static Task OpeningAsync(Office office) => CompareAsync(
        office, new Written("opening a period", "obligation", "period_id IN (SELECT id FROM reporting_period WHERE period = '2025Q1')", "reporting_period", "period = '2025Q1'"),
        () => office.Get<OpenPeriods>().RunAsync(Province.EscalationDay, CancellationToken.None));

    /// <summary>One step for everybody, contact or backup.</summary>
    public static Task QueueingAsync(Office office) => CompareAsync(office, Step, () => QueueAsync(office));

    /// <summary>The contacts have had the steps before, as they would have by then; backups hear of the escalation first.</summary>
    public static async Task SendEarlierStepsAsync(Office office)
    {
        await office.Get<QueueReminders>().RunAsync(Province.At("2025-01-07 09:00"), CancellationToken.None);
        await Province.RunOutsideTransactionAsync(
            office.Database, "UPDATE reminder SET state = 3, sent_at = due_at, channel = 'directline' WHERE period = '2024Q4' AND state = 1");
        await office.SettleAsync("reminder");
    }

    /// <summary>Queues the step and takes it back.</summary>
    public static async Task QueueOnceAsync(Office office)
    {
        await QueueAsync(office);
        await using var bare = await office.OpenBareAsync();
        await UndoAsync(office, bare, Step.Table, Step.Condition);
    }

    private static Task<int> QueueAsync(Office office) => office.Get<QueueReminders>().RunAsync(Province.EscalationDay, CancellationToken.None);

    private static async Task CompareAsync(Office office, Written written, Func<Task> work)
    {
        await using var bare = await office.OpenBareAsync();
        await work();
        var rows = await BareRows.ReadAsync(bare, written.Table, written.Condition);
        await UndoAsync(office, bare, written.Table, written.Condition);
        var batch = await rows.BestBatchAsync(bare, () => UndoAsync(office, bare, written.Table, written.Condition));
        var (ours, baseline) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            baseline.Add(await rows.InsertAsync(bare, batch));
            await UndoAsync(office, bare, written.Table, written.Condition);
            await UndoOwnerAsync(office, bare, written);
            var watch = Stopwatch.GetTimestamp();
            await work();
            ours.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
            rows = await BareRows.ReadAsync(bare, written.Table, written.Condition);
            await UndoAsync(office, bare, written.Table, written.Condition);
        }
        await UndoOwnerAsync(office, bare, written);
        Report.Ratio(
            string.Create(CultureInfo.InvariantCulture, $"{written.What}, {rows.Count} rows"),
            string.Create(CultureInfo.InvariantCulture, $"bare INSERT, {batch} rows a statement"), baseline, written.What, ours, aim: 2);
    }

    private static Task UndoOwnerAsync(Office office, DbConnection bare, Written written) =>
        written.Owner is { } owner ? UndoAsync(office, bare, owner, written.OwnerCondition) : Task.CompletedTask;

    private static async Task UndoAsync(Office office, DbConnection bare, string table, string condition)
    {
        await using (var command = bare.CreateCommand())
        {
            (command.CommandText, command.CommandTimeout) = ($"DELETE FROM {table} WHERE {condition}", 0);
            await command.ExecuteNonQueryAsync();
        }
        await office.SettleAsync(table);
    }

    /// <param name="Owner">A table whose one row the rows belong to; null where there is none.</param>
    private sealed record Written(string What, string Table, string Condition, string? Owner, string OwnerCondition);
}

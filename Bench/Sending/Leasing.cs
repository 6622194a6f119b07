using System.Diagnostics;
using System.Globalization;
using PlanBot.Bench.Sizes;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.UseCases;

namespace PlanBot.Bench.Sending;

/// <summary>A step for 150,000 people queued, and then leased and recorded as sent, by several nodes at once, each with connections of its own. Steps that had passed are queued as skipped.</summary>
internal static class Leasing
{
    private const int Units = 75_000;
    private static readonly SendingOptions Options = new();

    public static async Task MeasureAsync(DatabaseOptions options)
    {
        await using var office = await Office.FoundAsync(options, Units, 1);
        foreach (var nodes in new[] { 1, 2, 4 })
        {
            var others = Enumerable.Range(0, nodes).Select(_ => Office.At(options, Units)).ToList();
            await Province.RunOutsideTransactionAsync(office.Database, "DELETE FROM reminder");
            await office.SettleAsync(emptied: "reminder");
            var queueing = Stopwatch.StartNew();
            var queued = await Task.WhenAll(others.Select(node => node.Get<QueueReminders>().RunAsync(Province.EscalationDay, CancellationToken.None)));
            queueing.Stop();
            var leasing = Stopwatch.StartNew();
            var leased = await Task.WhenAll(others.Select(SettleAllAsync));
            var seconds = leasing.Elapsed.TotalSeconds;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {nodes} nodes: {queued.Sum()} rows queued in {queueing.Elapsed.TotalSeconds:0.0} s; {leased.Sum()} leased and recorded in {seconds:0.0} s, {leased.Sum() / seconds:0}/s, {Options.Batch} messages at a time"));
            foreach (var node in others)
                await node.DisposeAsync();
        }
    }

    private static async Task<int> SettleAllAsync(Office node)
    {
        var (repository, total) = (new ReminderRepository(node.Database), 0);
        while (await repository.LeaseDueAsync(Province.EscalationDay, Options.Lease, Options.Batch, CancellationToken.None) is { Count: > 0 } rows)
        {
            await repository.MarkSentAsync([.. rows.Select(row => new SentMessage(row.MessageId, row.LeaseId!.Value, LoopbackChannel.Name))], Province.EscalationDay, CancellationToken.None);
            total += rows.Count;
        }
        return total;
    }
}

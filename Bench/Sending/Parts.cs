using System.Diagnostics;
using System.Globalization;
using Newtonsoft.Json;
using PlanBot.Bench.Sizes;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Bench.Sending;

/// <summary>Where the time of a message goes: each part alone, over all messages, one after another.</summary>
internal static class Parts
{
    public static async Task MeasureAsync(Office office)
    {
        var (outbox, compose, now, none) = (office.Get<IReminderRepository>(), office.Get<ComposeReminder>(), Outboxes.Morning, CancellationToken.None);
        var batches = new List<IReadOnlyList<Reminder>>();
        var (leasing, recording) = (0.0, new List<string>());
        foreach (var group in new[] { 1, 8, 64 })
        {
            await Outboxes.ResetAsync(office);
            batches.Clear();
            var time = 0.0;
            while (true)
            {
                leasing += await TimeAsync(async () => batches.Add(await outbox.LeaseDueAsync(now, TimeSpan.FromHours(1), 64, none)));
                if (batches[^1].Count == 0)
                    break;
                var messages = batches[^1].Select(row => new SentMessage(row.MessageId, row.LeaseId!.Value, LoopbackChannel.Name));
                foreach (var some in messages.Chunk(group))
                    time += await TimeAsync(() => outbox.MarkSentAsync(some, now, none));
            }
            batches.RemoveAt(batches.Count - 1);
            recording.Add(string.Create(CultureInfo.InvariantCulture, $"{time / batches.Sum(rows => rows.Count):0.000} by {group}"));
        }
        var contents = new List<ReminderContent>();
        var composing = await TimeAsync(async () =>
        {
            foreach (var rows in batches)
            {
                var batch = office.Get<SendingSources>().Batch(rows, now, none);
                foreach (var row in rows)
                {
                    await SendingRules.IsSnoozedAsync([row], batch);
                    await office.Get<SendingRules>().PutOffUntilAsync([row], now, batch);
                    contents.Add((await compose.RunAsync([row], now, batch, none)).Content!);
                }
            }
        });
        var length = 0L;
        var wording = await TimeAsync(() =>
        {
            foreach (var content in contents)
                length += JsonConvert.SerializeObject(ReplyActivity.Of(ReminderTexts.Write(content))).Length;
            return Task.CompletedTask;
        });
        var count = contents.Count;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  ms of one message: leasing {leasing / count / 3:0.000}, what is open and the rules {composing / count:0.000}, wording {wording / count:0.000} ({length / count} characters), recording {string.Join(", ", recording)}"));
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
    }
}

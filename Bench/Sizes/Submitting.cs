using System.Data.Common;
using System.Diagnostics;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.UseCases;

namespace PlanBot.Bench.Sizes;

/// <summary>A contact's confirmed report, on disk when it is answered, against one row that is.</summary>
internal static class Submitting
{
    /// <summary>Until the runtime has compiled both for good.</summary>
    private const int WarmUp = 500;
    private const int Rounds = 200;

    private static readonly Dictionary<int, string> Sections = new()
    {
        [1] = "完成两期培训，参训三百余人，覆盖二十六家单位。", [2] = "无", [3] = "办理时间由五天减到两天。", [4] = "下季度在全市推广。",
    };

    public static async Task MeasureAsync(Office office)
    {
        await using var bare = await office.OpenBareAsync();
        var (ours, baseline) = (new List<double>(), new List<double>());
        var contacts = office.Province.People.Where(person => person.Contacts[0].Kind == ContactKind.Primary).TakeLast(WarmUp + Rounds).ToList();
        for (var round = 0; round < contacts.Count; round++)
        {
            var owed = (await office.Get<ILedgerQuery>().OfPeriodAsync(office.Province.Current.Id, contacts[round].Contacts[0].UnitId, CancellationToken.None))[0];
            var submission = new Submission(contacts[round].Id, "directline", [new(owed.ObligationId, Sections, owed.Version)]);
            var (bareTime, ourTime) = (await TimeAsync(() => CommitAsync(bare)), await TimeAsync(() => SubmitAsync(office, submission)));
            if (round < WarmUp)
                continue;
            baseline.Add(bareTime);
            ours.Add(ourTime);
        }
        Report.Ratio("submitting a report", "one bare INSERT, committed", baseline, "the report", ours, aim: 4);
    }

    private static async Task SubmitAsync(Office office, Submission submission)
    {
        if (await office.Get<SubmitReport>().RunAsync(submission, CancellationToken.None) is not SubmitResult.Filed)
            throw new InvalidOperationException("The report was refused.");
    }

    private static async Task CommitAsync(DbConnection bare)
    {
        await using var command = bare.CreateCommand();
        var id = Guid.CreateVersion7().ToString("D").ToUpperInvariant();
        command.CommandText = $"INSERT INTO audit (id, at, channel, action, subject, subject_id) VALUES ('{id}', '2025-01-09T01:00:00.0000000Z', 'directline', 'bench', 'obligation', '{id}')";
        await command.ExecuteNonQueryAsync(); // commits by itself
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
    }
}

using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.UseCases.Webhooks;

namespace PlanBot.UseCases;

/// <summary>A contact's confirmed report, on one task or several.</summary>
/// <param name="Channel">channelId of the turn that confirmed it.</param>
public sealed record Submission(Guid PersonId, string Channel, IReadOnlyList<TaskReport> Tasks);

/// <param name="Sections">Text by section ordinal, for every section of the plan; 无 where there is nothing to say.</param>
/// <param name="BaseVersion">The version that the contact was looking at, 0 for a first report: nobody's newer text is covered unseen.</param>
public sealed record TaskReport(Guid ObligationId, IReadOnlyDictionary<int, string> Sections, int BaseVersion)
{
    /// <summary>How the report stood when it was looked at: where it has changed since, nothing is filed. Null where the version is enough.</summary>
    public ReportStamp? Seen { get; init; }
}

/// <summary>What became of a submission: all of it filed, or none.</summary>
public abstract record SubmitResult
{
    public sealed record Filed(IReadOnlyList<FiledReport> Reports) : SubmitResult;

    /// <param name="ObligationId">The first one that stood in the way.</param>
    public sealed record Refused(SubmitRefusal Reason, Guid ObligationId) : SubmitResult;
}

public sealed record FiledReport(Guid ObligationId, int Version, DateTimeOffset SubmittedAt, bool IsLate);

public enum SubmitRefusal
{
    NotYours = 1,

    /// <summary>Submitted and the period has closed: only a return opens it again.</summary>
    PeriodClosed = 2,

    /// <summary>Accepted or waived.</summary>
    Settled = 3,

    /// <summary>Somebody submitted a newer version meanwhile.</summary>
    ChangedMeanwhile = 4,

    /// <summary>A section is missing or blank, or longer than <see cref="SubmitReport.LongestSection"/>.</summary>
    Incomplete = 5,
}

/// <summary>Files reports as new immutable versions; (obligation, version) is unique, so the same submission twice files once.</summary>
public sealed class SubmitReport(
    IDatabase database, IPersonRepository people, IPlanRepository plans, IObligationRepository obligations,
    IProgressRepository progress, IAuditRepository audit, ILedgerQuery ledger, WriteLetter letters, TellSystems systems, TimeProvider clock)
{
    /// <summary>Characters in one section.</summary>
    public const int LongestSection = 20_000;

    public async Task<SubmitResult> RunAsync(Submission submission, CancellationToken cancellationToken)
    {
        try
        {
            return await database.InTransactionAsync<SubmitResult>(
                async token =>
                {
                    var now = clock.GetUtcNow();
                    var filed = new List<FiledReport>();
                    foreach (var report in submission.Tasks)
                        filed.Add(await FileAsync(submission, report, now, token));
                    return new SubmitResult.Filed(filed);
                },
                cancellationToken);
        }
        catch (RefusedException refused) // thrown, not returned, so that the transaction takes back the tasks filed before it
        {
            return new SubmitResult.Refused(refused.Reason, refused.ObligationId);
        }
    }

    private async Task<FiledReport> FileAsync(Submission submission, TaskReport report, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var author = await people.FindAsync(submission.PersonId, cancellationToken);
        if (await obligations.FindWithPeriodAsync(report.ObligationId, cancellationToken) is not ({ } before, { } period) || author is null || !Permissions.Allows(author, Ability.Report, before.UnitId))
            throw new RefusedException(SubmitRefusal.NotYours, report.ObligationId);
        var plan = await plans.FindAsync(period.PlanId, cancellationToken) ?? throw new InvalidOperationException($"Period {period.Id} has no plan");
        if (WhyNot(before, report, plan) is { } reason)
            throw new RefusedException(reason, before.Id);
        var change = ObligationStates.Submit(before, period.ClosedAt <= now, await NeedsSignOffAsync(plan, before, cancellationToken), now);
        if (change is not StateChange.Allowed { After: var after })
            throw new RefusedException(Refusal(((StateChange.Refused)change).Reason), before.Id);
        if (!await obligations.SaveAsync(before, after, cancellationToken))
            throw new RefusedException(SubmitRefusal.ChangedMeanwhile, before.Id);
        var entry = new ProgressEntry
        {
            Id = Guid.CreateVersion7(now), ObligationId = before.Id, Version = after.Version, AuthorId = author.Id, Channel = submission.Channel,
            SubmittedAt = now, Sections = report.Sections.ToDictionary(section => section.Key, section => section.Value.Trim()),
        };
        await progress.AddAsync(entry, cancellationToken);
        await audit.AddAsync(AuditOf(before, after, entry), cancellationToken);
        await systems.ReportAsync(WebhookEvents.ReportSubmitted, after, period, cancellationToken);
        if (after.State == ObligationState.AwaitingSignOff)
            await AskLeadersAsync(plan, period, after, author, cancellationToken);
        return new FiledReport(before.Id, after.Version, after.SubmittedAt ?? now, after.IsLate);
    }

    /// <summary>A unit without a leader has nobody who could agree: its report counts as it is.</summary>
    private async Task<bool> NeedsSignOffAsync(Plan plan, Obligation obligation, CancellationToken cancellationToken) =>
        plan.NeedsSignOff && (await people.ContactsOfAsync([obligation.UnitId], cancellationToken)).Any(contact => contact.Kind == ContactKind.UnitLeader);

    private async Task AskLeadersAsync(Plan plan, PlanPeriod period, Obligation obligation, Person author, CancellationToken cancellationToken)
    {
        var row = (await ledger.OfPeriodAsync(period.Id, obligation.UnitId, cancellationToken)).First(row => row.ObligationId == obligation.Id);
        var leaders = (await people.ContactsOfAsync([obligation.UnitId], cancellationToken)).Where(contact => contact.Kind == ContactKind.UnitLeader).Select(contact => contact.PersonId);
        await letters.RunAsync(
            new SignOffLetter(row.UnitName, period.Period.ToString(), author.Name, RequestedReports.ToLetter([row])), author.Id, leaders, plan.Id, period.Period, ReminderKind.Letter, cancellationToken);
    }

    private static SubmitRefusal? WhyNot(Obligation obligation, TaskReport report, Plan plan) =>
        obligation.Version != report.BaseVersion || (report.Seen is { } seen && ReportStamp.Of(obligation) != seen) ? SubmitRefusal.ChangedMeanwhile
        : !plan.Reporting.Sections.All(section => report.Sections.TryGetValue(section.Ordinal, out var text) && text.Trim().Length is > 0 and <= LongestSection)
            ? SubmitRefusal.Incomplete
        : null;

    private static SubmitRefusal Refusal(StateRefusal reason) => reason == StateRefusal.PeriodClosed ? SubmitRefusal.PeriodClosed : SubmitRefusal.Settled;

    private static AuditRecord AuditOf(Obligation before, Obligation after, ProgressEntry entry) => new()
    {
        Id = Guid.CreateVersion7(entry.SubmittedAt), At = entry.SubmittedAt, PersonId = entry.AuthorId, Channel = entry.Channel, Action = "submit-report",
        Subject = "obligation", SubjectId = before.Id,
        Before = JsonSerializer.Serialize(new { state = before.State.ToString(), version = before.Version }),
        After = JsonSerializer.Serialize(new { state = after.State.ToString(), version = after.Version, entry = entry.Id }),
    };

    private sealed class RefusedException(SubmitRefusal reason, Guid obligationId) : Exception
    {
        public SubmitRefusal Reason => reason;
        public Guid ObligationId => obligationId;
    }
}

using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>A message worked out from the ledger.</summary>
/// <param name="Content">Null when no row is left to be sent.</param>
/// <param name="Skipped">Rows that no longer have anything to say, with the outcome to record.</param>
public sealed record ComposedReminder(ReminderContent? Content, IReadOnlyList<(Guid ReminderId, string Outcome)> Skipped);

/// <summary>Works out what a message says from the ledger as it is now, and which of its rows have become needless.</summary>
public sealed class ComposeReminder(
    IPersonRepository people, IPlanRepository plans, IPeriodRepository periods, ILedgerQuery ledger, ILetterRepository letters)
{
    /// <param name="rows">Rows of one message: one person, one kind.</param>
    public async Task<ComposedReminder> RunAsync(IReadOnlyList<Reminder> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var person = await people.FindAsync(rows[0].PersonId, cancellationToken);
        if (person is null)
            return new(null, rows.Select(row => (row.Id, ReminderOutcome.NotConcerned)).ToList());

        if (rows[0].LetterId is { } letterId)
            return await LetterAsync(rows[0], letterId, person, now, cancellationToken);
        var parts = new List<(Reminder Row, PlanReminder Part)>();
        var skipped = new List<(Guid, string)>();
        foreach (var row in rows)
        {
            var (part, outcome) = await PartAsync(row, person, now, cancellationToken);
            if (part is null)
                skipped.Add((row.Id, outcome!));
            else
                parts.Add((row, part));
        }
        // Two rounds of one period are told together: each part lists all that is open in the period. Plans due together stand in the order of import.
        var told = parts.DistinctBy(part => (part.Row.PlanId, part.Row.Period))
            .OrderBy(part => part.Part.DueAt).ThenBy(part => part.Part.Plan.ImportedAt).ThenBy(part => part.Row.PlanId).ToList();
        var content = told.Count == 0
            ? null
            : new ReminderContent(
                rows[0].MessageId, person, rows[0].Kind, StepKeys.Plain(told[0].Row.Step), person.Language ?? "zh", now, told.Select(part => part.Part).ToList());
        return new(content, skipped);
    }

    private async Task<ComposedReminder> LetterAsync(Reminder row, Guid letterId, Person person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var letter = await letters.FindAsync(letterId, cancellationToken) ?? throw new InvalidOperationException($"Message {row.MessageId} has lost its letter {letterId}");
        return new(new(row.MessageId, person, row.Kind, row.Step, person.Language ?? "zh", now, [], LetterBody.Read(letter.Body)), []);
    }

    private async Task<(PlanReminder? Part, string? Outcome)> PartAsync(Reminder row, Person person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await plans.FindAsync(row.PlanId, cancellationToken) is not { } plan
            || await periods.FindAsync(row.PlanId, row.Period, cancellationToken) is not { } period)
            return (null, ReminderOutcome.NotConcerned);
        if (row.Kind != ReminderKind.Urging && await IsOverAsync(period, now, cancellationToken))
            return (null, ReminderOutcome.Closed);

        var isWholePeriod = IsAboutWholePeriod(row, person);
        var rows = isWholePeriod
            ? await ledger.OfPeriodAsync(period.Id, null, cancellationToken)
            : await OwnAsync(row, person, period, cancellationToken);
        var open = rows.Where(item => item.IsOpen).ToList();
        if (!isWholePeriod && !open.Any(item => Concerns(row, item)))
            return (null, rows.Count == 0 ? ReminderOutcome.NotConcerned : ReminderOutcome.Reported);
        var listed = isWholePeriod ? Pressing(row.Kind, open, now) : open;
        if (row.Kind == ReminderKind.Escalation && listed.Count == 0)
            return (null, ReminderOutcome.Reported);
        return (new PlanReminder(
            plan, period.Period, period.DueOn, period.DueAt, period.IsProvisional, listed.Select(item => ToItem(item, now)).ToList(), rows.Count, open.Count), null);
    }

    private static bool IsAboutWholePeriod(Reminder row, Person person) =>
        row.Kind is ReminderKind.CoordinatorDigest or ReminderKind.LeaderDigest || (row.Kind == ReminderKind.Escalation && person.IsCoordinator);

    /// <summary>Closed, or superseded by the next period's collection even if nobody has closed it yet.</summary>
    private async Task<bool> IsOverAsync(PlanPeriod period, DateTimeOffset now, CancellationToken cancellationToken) =>
        period.ClosedAt is not null
        || (await periods.OfPlanAsync(period.PlanId, cancellationToken)).Any(later => later.Period > period.Period && later.CollectionFrom <= now);

    /// <summary>What the person answers for: as contact; as backup where there is no contact, and in an escalation always; in an escalation as the unit's leader too.</summary>
    private async Task<IReadOnlyList<LedgerRow>> OwnAsync(Reminder row, Person person, PlanPeriod period, CancellationToken cancellationToken)
    {
        var units = person.Contacts.Where(contact => row.Kind == ReminderKind.Escalation || contact.Kind == ContactKind.Primary).Select(contact => contact.UnitId).ToHashSet();
        var asBackup = person.Contacts.Where(contact => contact.Kind == ContactKind.Backup && !units.Contains(contact.UnitId)).Select(contact => contact.UnitId).ToList();
        if (asBackup.Count > 0)
        {
            var withContact = (await people.ContactsOfAsync(asBackup, cancellationToken)).Where(contact => contact.Kind == ContactKind.Primary).Select(contact => contact.UnitId);
            units.UnionWith(asBackup.Except(withContact));
        }
        var own = new List<LedgerRow>();
        foreach (var unit in units)
            own.AddRange(await ledger.OfPeriodAsync(period.Id, unit, cancellationToken));
        return own.OrderBy(item => own.First(first => first.UnitId == item.UnitId).TaskOrdinal).ThenBy(item => item.TaskOrdinal).ToList();
    }

    /// <summary>Each round has steps of its own; an urging is about everything.</summary>
    private static bool Concerns(Reminder row, LedgerRow item) =>
        row.Kind == ReminderKind.Urging || StepKeys.IsSnooze(row.Step) || (item.Round == row.Round && StepKeys.IsFor(row.Step, row.Round, item.DueOn));

    /// <summary>What needs the reader's eye: the overdue once there are any, before that all that is open; an escalation is about the overdue alone.</summary>
    private static IReadOnlyList<LedgerRow> Pressing(ReminderKind kind, IReadOnlyList<LedgerRow> open, DateTimeOffset now)
    {
        var overdue = open.Where(item => item.IsOverdue(now)).ToList();
        return kind == ReminderKind.Escalation || overdue.Count > 0 ? overdue : open;
    }

    private static ReminderItem ToItem(LedgerRow row, DateTimeOffset now) => new(
        row.UnitName, row.UnitTaskOrdinal, row.TaskNumber, row.TaskTitle, row.TaskText, row.State, row.DueOn, row.IsOverdue(now));
}

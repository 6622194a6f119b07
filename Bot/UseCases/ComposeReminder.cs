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
    IPersonRepository people, ILedgerQuery ledger, ILetterRepository letters, SendingSources sources, OutOfReach outOfReach)
{
    /// <param name="rows">Rows of one message: one person, one kind; a step and an escalation go together.</param>
    public Task<ComposedReminder> RunAsync(IReadOnlyList<Reminder> rows, DateTimeOffset now, CancellationToken cancellationToken) =>
        RunAsync(rows, now, sources.Batch(rows, now, cancellationToken), cancellationToken);

    /// <param name="rows">Rows of one message, as above.</param>
    /// <param name="batch">Holds these rows among others.</param>
    public async Task<ComposedReminder> RunAsync(IReadOnlyList<Reminder> rows, DateTimeOffset now, SendingBatch batch, CancellationToken cancellationToken)
    {
        var person = await batch.PersonAsync(rows[0].PersonId);
        if (person is null)
            return new(null, rows.Select(row => (row.Id, ReminderOutcome.NotConcerned)).ToList());

        if (rows[0] is { LetterId: { } letterId, Kind: not ReminderKind.Urging })
            return await LetterAsync(rows[0], letterId, person, now, cancellationToken);
        var parts = new List<(Reminder Row, PlanReminder Part)>();
        var skipped = new List<(Guid, string)>();
        foreach (var row in rows)
        {
            var (part, outcome) = await PartAsync(row, person, now, batch, cancellationToken);
            if (part is null)
                skipped.Add((row.Id, outcome!));
            else
                parts.Add((row, part));
        }
        // Two rounds of one period are told together: each part lists all that is open in the period. Plans due together stand in the order of import.
        var told = parts.OrderByDescending(part => part.Row.Kind == ReminderKind.Escalation).DistinctBy(part => (part.Row.PlanId, part.Row.Period))
            .OrderBy(part => part.Part.DueAt).ThenBy(part => part.Part.Plan.ImportedAt).ThenBy(part => part.Row.PlanId).ToList();
        if (told.Count == 0)
            return new(null, skipped);
        // A rung of one plan and an escalation of another leave as one message, the graver one.
        var kind = told.Exists(part => part.Row.Kind == ReminderKind.Escalation) ? ReminderKind.Escalation : told[0].Row.Kind;
        var (first, language) = (told.First(part => part.Row.Kind == kind), person.Language ?? "zh");
        var step = await batch.StepAsync(first.Row);
        var content = new ReminderContent(rows[0].MessageId, person, kind, StepKeys.Plain(first.Row.Step), language, now, told.Select(part => part.Part).ToList())
        {
            Opening = language == "en" ? step?.OpeningEn : step?.OpeningZh, Channel = step?.Channel, Note = await NoteAsync(rows, cancellationToken),
        };
        return new(content, skipped);
    }

    /// <summary>A day's own digest tells what it would have told; under today's heading it would tell something else.</summary>
    private static bool IsOfAnEarlierDay(Reminder row, Plan plan, DateTimeOffset now) => CivilTime.Of(plan.TimeZone) is var civilTime && civilTime.DayOf(row.DueAt) < civilTime.DayOf(now);

    /// <summary>What the coordinator added to an urging; null most of the time.</summary>
    private async Task<string?> NoteAsync(IReadOnlyList<Reminder> rows, CancellationToken cancellationToken)
    {
        var notes = new List<string>();
        foreach (var letter in rows.Where(row => row.Kind == ReminderKind.Urging).Select(row => row.LetterId).OfType<Guid>().Distinct())
        {
            if (await letters.FindAsync(letter, cancellationToken) is { } found && LetterBody.Read(found.Body) is NoteLetter note)
                notes.Add(note.Text);
        }
        return notes.Count == 0 ? null : string.Join('\n', notes);
    }

    private async Task<ComposedReminder> LetterAsync(Reminder row, Guid letterId, Person person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var letter = await letters.FindAsync(letterId, cancellationToken) ?? throw new InvalidOperationException($"Message {row.MessageId} has lost its letter {letterId}");
        return new(new(row.MessageId, person, row.Kind, row.Step, person.Language ?? "zh", now, [], LetterBody.Read(letter.Body)), []);
    }

    private async Task<(PlanReminder? Part, string? Outcome)> PartAsync(Reminder row, Person person, DateTimeOffset now, SendingBatch batch, CancellationToken cancellationToken)
    {
        var periods = await batch.PeriodsAsync(row.PlanId);
        if (await batch.PlanAsync(row.PlanId) is not { } plan || periods.FirstOrDefault(one => one.Period == row.Period) is not { } period)
            return (null, ReminderOutcome.NotConcerned);
        if (row.Kind != ReminderKind.Urging && IsOver(period, periods, now))
            return (null, ReminderOutcome.Closed);
        if (await batch.IsLeftOutAsync(row))
            return (null, ReminderOutcome.Undone);
        if (row.Kind == ReminderKind.CoordinatorDigest && IsOfAnEarlierDay(row, plan, now))
            return (null, ReminderOutcome.DayOver);

        var reaches = await ReachesAsync(row, batch);
        var isWholePeriod = IsAboutWholePeriod(row, person, reaches);
        var rows = isWholePeriod
            ? await ledger.OfPeriodAsync(period.Id, null, cancellationToken)
            : await OwnAsync(person, reaches, period, batch, cancellationToken);
        var open = rows.Where(item => item.IsOpen).ToList();
        if (!isWholePeriod && !open.Any(item => Concerns(row, item)))
            return (null, rows.Count == 0 ? ReminderOutcome.NotConcerned : ReminderOutcome.Reported);
        var paused = await PausedAsync(row, now, batch);
        var spoken = row.Kind is ReminderKind.Step or ReminderKind.Escalation ? open.Where(item => !paused.Any(pause => pause.UnitId is null || pause.UnitId == item.UnitId)).ToList() : open;
        if (spoken.Count < open.Count && !spoken.Any(item => isWholePeriod || Concerns(row, item)))
            return (null, ReminderOutcome.Paused);
        var listed = isWholePeriod ? Pressing(row.Kind, spoken, now) : spoken;
        if (row.Kind is ReminderKind.Step or ReminderKind.Escalation && listed.Count == 0)
            return (null, spoken.Count < open.Count ? ReminderOutcome.Paused : ReminderOutcome.Reported);
        var due = isWholePeriod ? DueOf(period) : OwnDue(period, listed);
        var unreached = row.Kind == ReminderKind.CoordinatorDigest && open.Count > 0 ? await outOfReach.OfPeriodAsync(plan, period, now, cancellationToken) : [];
        return (new PlanReminder(
            plan, period.Period, due.On, due.At, due.IsProvisional, listed.Select(item => ToItem(item, now)).ToList(), rows.Count, open.Count)
        {
            Paused = row.Kind is ReminderKind.CoordinatorDigest or ReminderKind.LeaderDigest
                ? [.. paused.Select(pause => (pause, Unit: rows.FirstOrDefault(item => item.UnitId == pause.UnitId)?.UnitName)).Where(one => one.pause.UnitId is null || one.Unit is not null)
                    .Select(one => new PausedPart(one.Unit, one.pause.Until))] : [],
            OutOfReach = [.. unreached.Where(one => !one.Row.IsOnlyUnopened).Select(one => (one.Row.UnitName, one.Row.PersonName))], Unopened = unreached.Where(one => one.Row.IsOnlyUnopened).DistinctBy(one => one.Row.PersonId).Count(),
        }, null);
    }

    private static (DateOnly On, DateTimeOffset At, bool IsProvisional) DueOf(PlanPeriod period) => (period.DueOn, period.DueAt, period.IsProvisional);

    /// <summary>The period's date, as long as something of it is listed; where all that is left was extended or returned, the next date that counts for this person.</summary>
    private static (DateOnly On, DateTimeOffset At, bool IsProvisional) OwnDue(PlanPeriod period, IReadOnlyList<LedgerRow> listed) =>
        listed.Count == 0 || listed.Any(item => item.DueOn == period.DueOn) || listed.MinBy(item => item.DueAt) is not { } next ? DueOf(period) : (next.DueOn, next.DueAt, false);

    /// <summary>Pauses in force now; for a step also those in force when it fell due: what was kept back is not made up for.</summary>
    private static async Task<IReadOnlyList<ReminderPause>> PausedAsync(Reminder row, DateTimeOffset now, SendingBatch batch)
    {
        var isStep = row.Kind is ReminderKind.Step or ReminderKind.Escalation;
        return row.Kind == ReminderKind.Urging ? []
            : [.. (await batch.PausesAsync(row.PlanId)).Where(pause => pause.Covers(now) || (isStep && pause.Covers(row.DueAt)))];
    }

    /// <summary>Whom the row's step reaches; everything else is for those who report.</summary>
    private static async Task<StepAudience> ReachesAsync(Reminder row, SendingBatch batch) => await batch.StepAsync(row) is { } step
        ? step.Reaches
        : new ReminderStepOptions { Kind = row.Kind == ReminderKind.Escalation ? ReminderKind.Escalation : ReminderKind.Step }.Reaches;

    private static bool IsAboutWholePeriod(Reminder row, Person person, StepAudience reaches) =>
        row.Kind is ReminderKind.CoordinatorDigest or ReminderKind.LeaderDigest
        || (row.Kind is ReminderKind.Step or ReminderKind.Escalation && ((person.IsCoordinator && reaches.HasFlag(StepAudience.Coordinators)) || (person.IsLeader && reaches.HasFlag(StepAudience.Leaders))));

    /// <summary>Closed, or superseded by the next period's collection even if nobody has closed it yet.</summary>
    private static bool IsOver(PlanPeriod period, IReadOnlyList<PlanPeriod> periods, DateTimeOffset now) =>
        period.ClosedAt is not null || periods.Any(later => later.Period > period.Period && later.CollectionFrom <= now);

    /// <summary>What the person answers for: as contact; as backup where there is no contact, and where the step reaches backups; as the unit's leader where it reaches those; as the deputy of a contact who is away.</summary>
    private async Task<IReadOnlyList<LedgerRow>> OwnAsync(Person person, StepAudience reaches, PlanPeriod period, SendingBatch batch, CancellationToken cancellationToken)
    {
        var units = person.Contacts.Where(contact => contact.Kind switch
        {
            ContactKind.Backup => reaches.HasFlag(StepAudience.Backups),
            ContactKind.UnitLeader => reaches.HasFlag(StepAudience.UnitLeaders),
            _ => true,
        }).Select(contact => contact.UnitId).ToHashSet();
        var away = await batch.AwayAsync();
        units.UnionWith(away.Where(one => one.DeputyId == person.Id).Select(one => one.UnitId));
        var asBackup = person.Contacts.Where(contact => contact.Kind == ContactKind.Backup && !units.Contains(contact.UnitId)).Select(contact => contact.UnitId).ToList();
        if (asBackup.Count > 0)
        {
            var withContact = (await people.ContactsOfAsync(asBackup, cancellationToken)).Where(contact => contact.Kind == ContactKind.Primary && !away.Any(one => one.PersonId == contact.PersonId && one.DeputyId is null)).Select(contact => contact.UnitId);
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
        row.UnitName, row.UnitTaskOrdinal, row.TaskNumber, row.TaskTitle, row.TaskText, row.State, row.DueOn, row.IsOverdue(now))
    {
        UnitId = row.UnitId,
    };
}

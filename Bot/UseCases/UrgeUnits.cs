using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <param name="UnitIds">These units, overdue or not; null for all that are overdue.</param>
/// <param name="IncludeNotYetDue">With all units: also those whose due date has not passed.</param>
/// <param name="Except">Units left out of all; null for none.</param>
/// <param name="AtThisHour">At once, be it night or a day off: the coordinator has said so.</param>
/// <param name="Note">The coordinator's own words, which stand in every message; null for none.</param>
public sealed record UrgeRequest(Guid PlanId, ReportingPeriod Period, IReadOnlyList<Guid>? UnitIds = null, bool IncludeNotYetDue = false, IReadOnlyList<Guid>? Except = null, bool AtThisHour = false, string? Note = null);

/// <summary>What an urging would do, or has done.</summary>
/// <param name="WillBeWritten">One message each; in the order of their first unit in the notice.</param>
/// <param name="CoolingDown">Urged so recently that they are left alone this time.</param>
/// <param name="WithoutContact">Units that have nobody who could be written to.</param>
public sealed record UrgePreview(
    PlanPeriod Period, IReadOnlyList<UrgedPerson> WillBeWritten, IReadOnlyList<CoolingDownPerson> CoolingDown, IReadOnlyList<OpenUnit> WithoutContact)
{
    /// <summary>When it goes out, as working hours are over: their next beginning; null when it goes out at once.</summary>
    public DateTimeOffset? WaitsUntil { get; init; }

    /// <summary>By which the messages that were queued can be taken back; null in a preview.</summary>
    public string? Step { get; init; }

    /// <summary>Nothing is open, or overdue, in what was asked for.</summary>
    public bool IsEmpty => WillBeWritten.Count == 0 && CoolingDown.Count == 0 && WithoutContact.Count == 0;
}

public sealed record UrgedPerson(Guid PersonId, string Name, IReadOnlyList<OpenUnit> Units)
{
    /// <summary>When a step of the ladder reached the person, where that is less ago than the cool-down lasts; null otherwise.</summary>
    public DateTimeOffset? RemindedAt { get; init; }
}

/// <param name="Until">From then on the person may be urged again.</param>
public sealed record CoolingDownPerson(Guid PersonId, string Name, IReadOnlyList<OpenUnit> Units, DateTimeOffset Until);

/// <summary>催办: a coordinator writes to the contacts of units that still owe. First <see cref="PreviewAsync"/>, then, confirmed, <see cref="RunAsync"/>.</summary>
/// <remarks>Within working hours it goes out at once, outside them when they begin again, unless the coordinator wants it at this hour; no ceiling stops it. Its own cool-down keeps it from being overdone: working hours since the person was last urged.</remarks>
public sealed class UrgeUnits(
    IDatabase database, IPersonRepository people, IPlanRepository plans, IPeriodRepository periods, IReminderQuery query, IReminderRepository outbox,
    ILetterRepository letters, IAuditRepository audit, PlanHours planHours, IEnumerable<IOutbound> channels, IReminderSignal signal, IOptions<SendingOptions> options, TimeProvider clock)
{
    private static readonly JsonSerializerOptions AuditJson = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Null when there is no such plan or period.</returns>
    public async Task<UrgePreview?> PreviewAsync(UrgeRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await plans.FindAsync(request.PlanId, cancellationToken) is not { } plan
            || await periods.FindAsync(request.PlanId, request.Period, cancellationToken) is not { } period)
            return null;
        var units = (await query.OpenUnitsAsync(period.Id, now, cancellationToken)).Where(unit => IsAskedFor(unit, request)).ToList();
        var (hours, civilTime) = await planHours.OfAsync(plan, cancellationToken);
        var contacts = (await query.ContactsOfOpenUnitsAsync(period.Id, channels.Select(channel => channel.Channel).ToList(), civilTime.DayOf(now), cancellationToken))
            .Where(contact => contact.IsReachable).ToLookup(contact => contact.UnitId);

        var written = new List<UrgedPerson>();
        var cooling = new List<CoolingDownPerson>();
        foreach (var person in units.SelectMany(unit => contacts[unit.UnitId].Select(contact => (unit, contact))).GroupBy(pair => pair.contact.PersonId))
        {
            var (contact, its) = (person.First().contact, person.Select(pair => pair.unit).ToList());
            if (contact.LastUrgedAt is { } last && hours.Plus(last, options.Value.UrgingCoolDown) is var until && until > now)
                cooling.Add(new(contact.PersonId, contact.PersonName, its, until));
            else
                written.Add(new(contact.PersonId, contact.PersonName, its) { RemindedAt = contact.LastRemindedAt is { } reminded && hours.Plus(reminded, options.Value.UrgingCoolDown) > now ? reminded : null });
        }
        return new(period, written, cooling, units.Where(unit => !contacts.Contains(unit.UnitId)).ToList()) { WaitsUntil = request.AtThisHour || hours.Contains(now) ? null : hours.NextStartAfter(now) };
    }

    /// <summary>Queues one message for each person whom <see cref="PreviewAsync"/> names at this moment, and has them sent.</summary>
    /// <returns>What was done; null when there is no such plan or period, or <paramref name="coordinatorId"/> may not urge these units.</returns>
    public async Task<UrgePreview?> RunAsync(UrgeRequest request, Guid coordinatorId, string channel, CancellationToken cancellationToken)
    {
        var person = await people.FindAsync(coordinatorId, cancellationToken);
        if (!(request.UnitIds is { Count: > 0 } only ? only.All(unit => Permissions.Allows(person, Ability.Urge, unit)) : Permissions.Allows(person, Ability.Urge)))
            return null;
        // In one transaction with its own look at the cool-down, so that a button pressed twice urges once.
        var done = await database.InTransactionAsync<UrgePreview?>(
            async token =>
            {
                await database.OneAtATimeAsync("urge", token);
                if (await PreviewAsync(request, token) is not { } preview)
                    return null;
                if (preview.WillBeWritten.Count > 0)
                {
                    var now = clock.GetUtcNow();
                    var note = request.Note is { } words ? new Letter(Guid.CreateVersion7(now), coordinatorId, new NoteLetter(words).Write(), now) : null;
                    if (note is not null)
                        await letters.AddAsync(note, token);
                    await outbox.QueueAsync(preview.WillBeWritten.Select(person => Message(preview.Period, person, now) with { LetterId = note?.Id, DueAt = preview.WaitsUntil ?? now, NextAttemptAt = preview.WaitsUntil ?? now }).ToList(), token);
                    await audit.AddAsync(Record(preview, request.Note, coordinatorId, channel, now), token);
                    preview = preview with { Step = StepOf(now) };
                }
                return preview;
            },
            cancellationToken);
        if (done?.WillBeWritten.Count > 0)
            await signal.SendSoonAsync(cancellationToken);
        return done;
    }

    /// <summary>Takes back what has not left yet: an urging that was made at night waits for the morning.</summary>
    /// <param name="step">As <see cref="UrgePreview.Step"/> had it.</param>
    /// <returns>How many are spared, and how many have it or are about to; null when it is not this person's to take back.</returns>
    public Task<(int Recalled, int Gone)?> RecallAsync(Guid planId, ReportingPeriod period, string step, Guid coordinatorId, string channel, CancellationToken cancellationToken) => database.InTransactionAsync<(int, int)?>(
        async token =>
        {
            if (!Permissions.Allows(await people.FindAsync(coordinatorId, token), Ability.Urge) || await periods.FindAsync(planId, period, token) is not { } found)
                return null;
            var (recalled, gone) = await outbox.RecallStepAsync(planId, period, step, ReminderOutcome.Undone, token);
            if (recalled > 0)
            {
                var now = clock.GetUtcNow();
                await audit.AddAsync(new() { Id = Guid.CreateVersion7(now), At = now, PersonId = coordinatorId, Channel = channel, Action = "undo-urge", Subject = "reporting_period", SubjectId = found.Id, After = JsonSerializer.Serialize(new { people = recalled }, AuditJson) }, token);
            }
            return (recalled, gone);
        },
        cancellationToken);

    private static string StepOf(DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"urge:{now.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'}");

    private static bool IsAskedFor(OpenUnit unit, UrgeRequest request) =>
        request.UnitIds is { } only ? only.Contains(unit.UnitId) : (request.IncludeNotYetDue || unit.Overdue > 0) && request.Except?.Contains(unit.UnitId) != true;

    internal static Reminder Message(PlanPeriod period, UrgedPerson person, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(), MessageId = Guid.CreateVersion7(), PersonId = person.PersonId, PlanId = period.PlanId, Period = period.Period,
        Step = StepOf(now), Round = 0, Kind = ReminderKind.Urging,
        DueAt = now, State = ReminderState.Queued, Attempts = 0, NextAttemptAt = now,
    };

    private static AuditRecord Record(UrgePreview preview, string? note, Guid coordinatorId, string channel, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(), At = now, PersonId = coordinatorId, Channel = channel, Action = "urge", Subject = "reporting_period", SubjectId = preview.Period.Id,
        After = JsonSerializer.Serialize(
            new { people = preview.WillBeWritten.Select(person => new { id = person.PersonId, units = person.Units.Select(unit => unit.UnitName) }), note }, AuditJson),
    };
}

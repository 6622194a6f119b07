using System.Collections.Concurrent;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>Where what a batch of messages has in common is read from.</summary>
public sealed record SendingSources(
    IPersonRepository People, IPlanRepository Plans, IPeriodRepository Periods, PauseRepository Pauses, ISnoozeRepository Snoozes, IReminderRepository Outbox, CurrentCalendar Calendar, PlanLadders Ladders, AbsenceRepository Absences)
{
    /// <param name="rows">All rows of the batch.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public SendingBatch Batch(IReadOnlyList<Reminder> rows, DateTimeOffset now, CancellationToken cancellationToken) => new(this, rows, now, cancellationToken);
}

/// <summary>What the messages of a batch have in common: read once for all of them, when the first asks. What is still open is not among it; that is read at the moment of sending.</summary>
public sealed class SendingBatch(SendingSources sources, IReadOnlyList<Reminder> rows, DateTimeOffset now, CancellationToken cancellationToken)
{
    private const string MailIdentity = "mail";
    private const string Browser = "directline";

    /// <summary>Longer than any day, whatever its zone.</summary>
    private static readonly TimeSpan ADay = TimeSpan.FromHours(26);

    private readonly List<Guid> personIds = [.. rows.Select(row => row.PersonId).Distinct()];
    private readonly Once<Guid, Plan?> plans = new(id => sources.Plans.FindAsync(id, cancellationToken));
    private readonly Once<Guid, IReadOnlyList<PlanPeriod>> periods = new(id => sources.Periods.OfPlanAsync(id, cancellationToken));
    private readonly Once<Guid, IReadOnlyList<ReminderPause>> pauses = new(id => sources.Pauses.OfPlanAsync(id, cancellationToken));
    private readonly ConcurrentDictionary<Guid, int> sentOfBatch = [];
    private Lazy<Task<WorkingDayCalendar>>? calendar;
    private Lazy<Task<LadderSet>>? ladders;
    private Lazy<Task<IReadOnlyList<AwayContact>>>? away;
    private Lazy<Task<Dictionary<Guid, Person>>>? people;
    private Lazy<Task<ILookup<Guid, ChannelIdentity>>>? identities;
    private Lazy<Task<IReadOnlySet<Guid>>>? snoozed;
    private Lazy<Task<ILookup<Guid, Reminder>>>? others;

    public Task<WorkingDayCalendar> CalendarAsync() => Read(ref calendar, () => sources.Calendar.ReadAsync(cancellationToken));

    /// <summary>What the ladder says of the step that the row is for; null when it knows none such, or the row is for something else.</summary>
    public async Task<ReminderStepOptions?> StepAsync(Reminder row) => row.Kind is ReminderKind.Step or ReminderKind.Escalation && !StepKeys.IsSnooze(row.Step)
        ? (await Read(ref ladders, () => sources.Ladders.ReadAsync(cancellationToken))).Of(row.PlanId).StepOf(StepKeys.Plain(row.Step)) : null;

    /// <summary>Units whose contact is away today, by the office's clock.</summary>
    public Task<IReadOnlyList<AwayContact>> AwayAsync() => Read(ref away, () => sources.Absences.AwayAsync(ContactDay.Of(now), cancellationToken));

    /// <summary>A coordinator took the step back while the row was being written.</summary>
    public async Task<bool> IsLeftOutAsync(Reminder row) => row.Kind is ReminderKind.Step or ReminderKind.Escalation
        && (await Read(ref ladders, () => sources.Ladders.ReadAsync(cancellationToken))).OrdersOf(row.PlanId).Has(row.Period, row.Step, StepOrderKind.LeaveOut);

    /// <summary>Null when there is no such plan.</summary>
    public Task<Plan?> PlanAsync(Guid planId) => plans.OfAsync(planId);

    /// <summary>By first day.</summary>
    public Task<IReadOnlyList<PlanPeriod>> PeriodsAsync(Guid planId) => periods.OfAsync(planId);

    /// <summary>Every pause there ever was in the plan.</summary>
    public Task<IReadOnlyList<ReminderPause>> PausesAsync(Guid planId) => pauses.OfAsync(planId);

    /// <summary>Null when the person is gone.</summary>
    public async Task<Person?> PersonAsync(Guid personId) =>
        (await Read(ref people, async () => (await sources.People.FindAsync(personIds, cancellationToken)).ToDictionary(person => person.Id))).GetValueOrDefault(personId);

    /// <summary>In the order in which they are tried.</summary>
    public async Task<IReadOnlyList<ChannelIdentity>> IdentitiesAsync(Guid personId)
    {
        var known = await KnownAsync(personId);
        // An address is an identity by itself. Mail comes to the person, so it is tried before the browser, which waits.
        if (await PersonAsync(personId) is not { Email: { Length: > 0 } email })
            return known;
        var mail = new ChannelIdentity { Channel = MailIdentity, UserId = email, PersonId = personId };
        return [.. known.Where(identity => identity.Channel != Browser), mail, .. known.Where(identity => identity.Channel == Browser)];
    }

    private async Task<IReadOnlyList<ChannelIdentity>> KnownAsync(Guid personId) =>
        [.. (await Read(ref identities, async () => (await sources.People.IdentitiesAsync(personIds, cancellationToken)).ToLookup(identity => identity.PersonId)))[personId]];

    public async Task<bool> IsSnoozedAsync(Guid personId) => (await Read(ref snoozed, () => sources.Snoozes.SnoozedAsync(personIds, now, cancellationToken))).Contains(personId);

    /// <summary>Messages that the person got at or after <paramref name="since"/>, at most a day ago, those of this batch included; and those that another node holds at this moment and may be sending.</summary>
    public async Task<(int Sent, int Leaving)> SentSinceAsync(Guid personId, DateTimeOffset since)
    {
        var own = rows[0].LeaseId;
        var theirs = (await Read(ref others, async () => (await sources.Outbox.SentOrLeavingAsync(personIds, now - ADay, now, cancellationToken)).ToLookup(row => row.PersonId)))[personId].ToList();
        return (Messages(theirs.Where(row => row.SentAt >= since)) + sentOfBatch.GetValueOrDefault(personId), Messages(theirs.Where(row => row.SentAt is null && row.LeaseId != own)));
    }

    /// <summary>One more for <see cref="SentSinceAsync"/>.</summary>
    public void CountSent(Guid personId) => sentOfBatch.AddOrUpdate(personId, 1, (_, count) => count + 1);

    private static int Messages(IEnumerable<Reminder> of) => of.DistinctBy(row => row.MessageId).Count();

    /// <summary>Several lanes may ask at once; one of them reads.</summary>
    private static Task<T> Read<T>(ref Lazy<Task<T>>? place, Func<Task<T>> read)
    {
        var mine = place ?? new Lazy<Task<T>>(read);
        return (Interlocked.CompareExchange(ref place, mine, null) ?? mine).Value;
    }

    private sealed class Once<TKey, TValue>(Func<TKey, Task<TValue>> read)
        where TKey : notnull
    {
        private readonly ConcurrentDictionary<TKey, Lazy<Task<TValue>>> known = [];

        public Task<TValue> OfAsync(TKey key) => known.GetOrAdd(key, one => new Lazy<Task<TValue>>(() => read(one))).Value;
    }
}

using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <param name="Rule">Short name of what was broken, e.g. <c>versions</c>.</param>
/// <param name="Id">What breaks it: a row's id, or the person who was not reminded.</param>
/// <param name="Detail">Figures; may be empty.</param>
public sealed record LedgerViolation(string Rule, string Id, string Detail);

/// <param name="Violations">Empty when all is well; of each rule the first <see cref="CheckLedger.Shown"/>.</param>
public sealed record LedgerReport(LedgerCounts Checked, IReadOnlyList<LedgerViolation> Violations);

/// <summary>Looks through the whole ledger and outbox for what can never be, however a program ended: half-written reports, lost versions, reminders that were owed and have no row.</summary>
/// <remarks>It shares no code with what writes reminders: it knows only the ladder, and what coordinators have ordered for its steps.</remarks>
public sealed class CheckLedger(
    ILedgerCheck check, IPlanRepository plans, IPeriodRepository periods, CurrentCalendar currentCalendar, PlanLadders planLadders)
{
    /// <summary>Violations of one rule that are told.</summary>
    public const int Shown = 20;

    public const string LostStep = "lost-step";
    public const string NotReminded = "not-reminded";
    public const string HalfImported = "half-imported";

    /// <summary>A message that was to leave more than an hour ago, and has neither left nor been recorded as why not.</summary>
    public const string Stuck = "stuck";

    /// <summary>A message of the program's own accord that went out at night or on a day off.</summary>
    public const string OutsideHours = "outside-hours";

    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>Handing over takes a moment; what was begun in time is in time.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Rules beside those of <see cref="ILedgerCheck.Rules"/>.</summary>
    public static readonly IReadOnlyList<string> OwnRules = [HalfImported, LostStep, NotReminded, Stuck, OutsideHours];

    /// <param name="lookedAt">An instant up to which the running program has dealt with everything: then everyone who owed at the latest step must have heard of it. Null when that is
    /// not known, e.g. right after a crash.</param>
    public async Task<LedgerReport> RunAsync(DateTimeOffset? lookedAt, CancellationToken cancellationToken)
    {
        var violations = new List<LedgerViolation>();
        foreach (var rule in check.Rules)
            violations.AddRange((await check.BreakingAsync(rule, Shown, cancellationToken)).Select(row => new LedgerViolation(rule, row.Id, row.Detail)));
        violations.AddRange((await check.ImportsAsync(cancellationToken)).Where(plan => !IsWhole(plan))
            .Select(plan => new LedgerViolation(HalfImported, plan.PlanId.ToString(), $"{plan.Tasks} tasks, {plan.Units} units; {plan.Audited}")));
        var (calendar, ladders) = (await currentCalendar.ReadAsync(cancellationToken), await planLadders.ReadAsync(cancellationToken));
        foreach (var plan in await plans.AllAsync(cancellationToken))
        {
            var ofPlan = await periods.OfPlanAsync(plan.Id, cancellationToken);
            var (schedule, orders) = (new PlanSchedule(plan, calendar, ladders.Of(plan.Id)), ladders.OrdersOf(plan.Id));
            foreach (var period in ofPlan)
                violations.AddRange(await OfPeriodAsync(period, ToContacts(period, schedule, orders), cancellationToken));
            violations.AddRange(await OutOfHoursAsync(plan, PlanHours.Of(plan, calendar, ladders.Of(plan.Id)).Hours, cancellationToken));
            if (lookedAt is { } instant)
                violations.AddRange(await OfLatestStepAsync(ofPlan, period => ToContacts(period, schedule, orders), instant, cancellationToken));
        }
        if (lookedAt is { } looked)
            violations.AddRange((await check.WaitingSinceAsync(looked - Patience, Shown, cancellationToken)).Select(row => new LedgerViolation(Stuck, row.Id, row.Detail)));
        return new(await check.CountAsync(cancellationToken), violations);
    }

    /// <summary>The latest step of a person is written together with those missed before it, so nobody can lack one in the middle.</summary>
    private async Task<IReadOnlyList<LedgerViolation>> OfPeriodAsync(PlanPeriod period, IReadOnlyList<ReminderStep> steps, CancellationToken cancellationToken)
    {
        var lost = new List<LedgerViolation>();
        for (var i = 1; i < steps.Count - 1; i++)
        {
            // Who got a step that reaches no one else must have got this one.
            var (step, earlier) = (steps[i], steps.Take(i).Where(other => (other.Reaches & ~steps[i].Reaches) == 0));
            foreach (var person in await check.WithoutStepAsync(period, step.Key, [.. earlier.Select(one => one.Key)], [.. steps.Skip(i + 1).Select(one => one.Key)], Shown, cancellationToken))
                lost.Add(new(LostStep, person.ToString(), $"{period.Period} {step.Key}"));
        }
        return lost;
    }

    private async Task<IReadOnlyList<LedgerViolation>> OfLatestStepAsync(
        IReadOnlyList<PlanPeriod> ofPlan, Func<PlanPeriod, IReadOnlyList<ReminderStep>> stepsOf, DateTimeOffset lookedAt, CancellationToken cancellationToken)
    {
        // The period in collection; a later one takes its place with its own first step.
        if (ofPlan.LastOrDefault(period => period.CollectionFrom <= lookedAt) is not { ClosedAt: null } period
            || stepsOf(period).LastOrDefault(step => step.At <= lookedAt) is not { } latest)
            return [];
        return (await check.NotRemindedAsync(period, latest.Key, DateOnly.FromDateTime(lookedAt.ToOffset(TimeSpan.FromHours(8)).DateTime), Shown, cancellationToken))
            .Select(person => new LedgerViolation(NotReminded, person.ToString(), $"{period.Period} {latest.Key}")).ToList();
    }

    private async Task<IReadOnlyList<LedgerViolation>> OutOfHoursAsync(Plan plan, WorkingHours hours, CancellationToken cancellationToken)
    {
        var moments = (await check.SentAtAsync(plan.Id, cancellationToken)).Where(at => !hours.Contains(at) && !hours.Contains(at - Tolerance)).Take(Shown);
        return [.. moments.Select(at => new LedgerViolation(OutsideHours, plan.Id.ToString(), at.ToString("u", System.Globalization.CultureInfo.InvariantCulture)))];
    }

    private static IReadOnlyList<ReminderStep> ToContacts(PlanPeriod period, PlanSchedule schedule, StepOrders orders) =>
        [.. orders.Apply(period.Period, schedule.StepsOf(period.Period, period.DueOn), step => step.Key)
            .Where(step => step.Kind is ReminderKind.Step or ReminderKind.Escalation && step.Reaches.HasFlag(StepAudience.Contacts))];

    private static bool IsWhole(ImportedCounts plan)
    {
        if (plan.Audited is null)
            return false;
        using var audited = JsonDocument.Parse(plan.Audited);
        return audited.RootElement.TryGetProperty("tasks", out var tasks) && tasks.GetInt32() == plan.Tasks
            && audited.RootElement.TryGetProperty("units", out var units) && units.GetInt32() == plan.Units;
    }
}

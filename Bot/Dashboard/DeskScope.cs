using Microsoft.AspNetCore.Http.Extensions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Answers;
using PlanBot.Domain;
using PlanBot.UseCases;

namespace PlanBot.Dashboard;

/// <summary>The plan and the period that a page is about, and what else could be chosen.</summary>
/// <param name="Plans">Those that the person may see something of, begun or not, in the order of import; none before the first notice.</param>
/// <param name="View">Null when there is no plan.</param>
/// <param name="Period">Null before the plan's first period is opened.</param>
public sealed record DeskScope(IReadOnlyList<PlanView> Plans, PlanView? View, PlanPeriod? Period, WorkingDayCalendar Calendar)
{
    public DateTimeOffset Now => View?.Now ?? default;

    public TimeZoneInfo Zone => View?.Zone ?? TimeZoneInfo.Utc;

    public DateOnly Today => Texts.Days.DayOf(Now, Zone);

    /// <summary>The address with this plan and period in it, as far as they are not those that open by themselves.</summary>
    public string To(string path, params (string Name, string? Value)[] more)
    {
        var query = new QueryBuilder();
        if (View is not null && (Plans.Count > 1 || Period != View.InQuestion))
            query.Add("plan", View.Plan.Id.ToString());
        if (View is not null && Period is not null && Period != View.InQuestion)
            query.Add("period", Period.Period.ToString());
        foreach (var (name, value) in more)
        {
            if (value is not null)
                query.Add(name, value);
        }
        return path + query.ToQueryString();
    }

    /// <summary>The units of the plan that the person may see, in the notice's order.</summary>
    public IReadOnlyList<Unit> UnitsFor(Desk desk) => View is null ? [] : [.. View.Units.Where(unit => desk.Sees(Ability.SeeUnit, unit.Id))];

    /// <summary>How the period's due day came about; null where it is none of the rule's own.</summary>
    public DueDateExplanation? Why => View is null || Period is null ? null
        : DueDatePolicy.Explain(Period.Period, View.Plan.Reporting.DueRule, Calendar).LastOrDefault(explanation => explanation.Due.Day == Period.DueOn);

    /// <summary>Days until the due day, and how many from today to then are worked, both among them; when it has passed, negative, and those since then.</summary>
    public (int Days, int WorkingDays) Left
    {
        get
        {
            var (today, due) = (Today, Period!.DueOn);
            var (from, to) = today <= due ? (today, due) : (due.AddDays(1), today);
            var worked = 0;
            for (var day = from; day <= to; day = day.AddDays(1))
                worked += Calendar.IsWorkingDay(day) ? 1 : 0;
            return today <= due ? (due.DayNumber - today.DayNumber, worked) : (due.DayNumber - today.DayNumber, -worked);
        }
    }
}

/// <summary>Finds what an address is about.</summary>
public sealed class DeskScopes(PlanViews views, CurrentCalendar calendar, LedgerMark mark)
{
    /// <summary>A province's plan has tens of thousands of units; every page needs them.</summary>
    private readonly SharedReading<string, IReadOnlyList<PlanView>> plansNow = new(mark.ReadAsync, most: 1);

    /// <param name="plan">Null for the plan imported last of those that are under way.</param>
    /// <param name="period">Key of a period; null for the one in question.</param>
    /// <returns>Null when there is no such plan or period, or it is none of this person's.</returns>
    public async Task<DeskScope?> FindAsync(Desk desk, Guid? plan, string? period, CancellationToken cancellationToken)
    {
        var all = await plansNow.GetAsync("all", () => views.AllAsync(CancellationToken.None), cancellationToken);
        var plans = all.Where(view => desk.SeesAll || view.Units.Any(unit => desk.Sees(Ability.SeeUnit, unit.Id))).ToList();
        var view = plan is { } id ? plans.Find(one => one.Plan.Id == id) : plans.Find(one => one.InQuestion is not null) ?? plans.FirstOrDefault();
        if (view is null)
            return plan is null && period is null ? new(plans, null, null, await calendar.ReadAsync(cancellationToken)) : null;
        var chosen = period is null ? view.InQuestion : ReportingPeriod.TryParse(period, out var key) ? view.Find(key) : null;
        return period is not null && chosen is null ? null : new(plans, view, chosen, await calendar.ReadAsync(cancellationToken));
    }
}

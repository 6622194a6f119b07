using Microsoft.AspNetCore.Mvc;
using PlanBot.Dashboard.Pages;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Answers;
using PlanBot.Domain;
using PlanBot.Exporting;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dashboard;

/// <summary>People, reminders, due dates, records and files: what the office looks after beside the reports.</summary>
internal static class OfficeEndpoints
{
    private const int UnitsOnPage = 40;
    private const int Steps = 6;
    private const int PeriodsToCome = 4;

    public static void Map(RouteGroupBuilder desk)
    {
        // Whoever sees the own units only has the pages of those.
        var office = desk.MapGroup("").AddEndpointFilter(async (call, next) => call.Arguments.OfType<Desk>().First() is { SeesAll: false } contact ? NoticePage.NotAllowed(contact) : await next(call));
        office.MapGet("/contacts", ContactsAsync);
        office.MapPost("/contacts/invite", InviteAsync);
        office.MapGet("/reminders", RemindersAsync);
        office.MapGet("/deliveries", DeliveriesAsync);
        office.MapGet("/burden", BurdenAsync);
        office.MapGet("/export", ExportAsync);
        office.MapGet("/export/stand", (Guid id, Desk desk, ExportsUnderWay exports) => exports.Of(desk.Person.Id, id) is { } stand ? Results.Json(new { done = stand.Done, all = stand.All }) : Results.NoContent());
        desk.MapGet("/calendar", CalendarAsync);
    }

    private static async Task<IResult> ContactsAsync(
        Guid? plan, int? page, Desk desk, DeskScopes scopes, ReachQuery reach, IEnumerable<IOutbound> channels, [FromServices] IPersonRepository people, CancellationToken cancellationToken)
    {
        if (await scopes.FindAsync(desk, plan, null, cancellationToken) is not { } scope)
            return Results.NotFound();
        var (units, pages, number) = Cut(scope, desk, page);
        var contacts = await people.ContactsOfAsync([.. units.Select(unit => unit.Id)], cancellationToken);
        var persons = (await people.FindAsync([.. contacts.Select(contact => contact.PersonId).Distinct()], cancellationToken)).ToDictionary(person => person.Id);
        IReadOnlyList<ReachRow> rows = scope.View is null ? [] : await reach.RunAsync(scope.View.Plan.Id, [.. channels.Select(channel => channel.Channel)], scope.Today, cancellationToken, scope.Now);
        return Page.Of<ContactsPage>(
            desk, scope, (nameof(ContactsPage.Reach), rows), (nameof(ContactsPage.Units), units), (nameof(ContactsPage.Contacts), contacts.ToLookup(contact => contact.UnitId)), (nameof(ContactsPage.Persons), persons),
            (nameof(ContactsPage.Number), number), (nameof(ContactsPage.Pages), pages));
    }

    /// <summary>Answered at once and not by an address that could be opened again: an invitation is shown once.</summary>
    private static async Task<IResult> InviteAsync([FromForm] Guid? person, Desk desk, DeskScopes scopes, InvitePerson invite, [FromServices] IPersonRepository people, CancellationToken cancellationToken)
    {
        if (!desk.Sees(Ability.Invite))
            return NoticePage.NotAllowed(desk);
        if (person is { } other && await people.FindAsync(other, cancellationToken) is { Roles.Count: > 0 } official)
            return NoticePage.NotInvited(official.Name, desk);
        if (person is not { } id || await people.FindAsync(id, cancellationToken) is not { } invited || await invite.RunAsync(id, desk.Person.Id, DeskAccess.Channel, cancellationToken) is not { } invitation)
            return Results.NotFound();
        return Page.Of<InvitationPage>(desk, (await scopes.FindAsync(desk, null, null, cancellationToken))!, (nameof(InvitationPage.Invited), invited), (nameof(InvitationPage.Invitation), invitation));
    }

    private static async Task<IResult> RemindersAsync(
        Guid? plan, string? period, Desk desk, DeskScopes scopes, UpcomingReminders upcoming, LadderAnswers ladder, PauseRepository pauses, CancellationToken cancellationToken)
    {
        if (await scopes.FindAsync(desk, plan, period, cancellationToken) is not { } scope)
            return Results.NotFound();
        if (scope.View is not { } view)
            return Page.Of<RemindersPage>(desk, scope);
        return Page.Of<RemindersPage>(
            desk, scope, (nameof(RemindersPage.Steps), await upcoming.RunAsync(scope.Now, null, Steps, cancellationToken)), (nameof(RemindersPage.Ladder), await ladder.LinesAsync(view, scope.Period?.Period ?? view.Plan.Reporting.FirstPeriod, cancellationToken)),
            (nameof(RemindersPage.Pauses), (await pauses.OfPlanAsync(view.Plan.Id, cancellationToken)).Where(pause => pause.Covers(scope.Now)).ToList()));
    }

    private static async Task<IResult> DeliveriesAsync(Guid? plan, string? period, int? page, Desk desk, DeskScopes scopes, DeliveryQuery delivery, SentQuery sent, CancellationToken cancellationToken)
    {
        if (await scopes.FindAsync(desk, plan, period, cancellationToken) is not { } scope)
            return Results.NotFound();
        var (units, pages, number) = Cut(scope, desk, page);
        return Page.Of<DeliveriesPage>(
            desk, scope, (nameof(DeliveriesPage.Rounds), scope.Period is null ? [] : await sent.RoundsAsync(scope.View!.Plan.Id, scope.Period.Period, null, cancellationToken)),
            (nameof(DeliveriesPage.Rows), await delivery.RunAsync([.. units.Select(unit => unit.Id)], scope.Today, cancellationToken)), (nameof(DeliveriesPage.Number), number), (nameof(DeliveriesPage.Pages), pages));
    }

    private static async Task<IResult> BurdenAsync(Guid? plan, string? period, Desk desk, DeskScopes scopes, BurdenQuery burden, CancellationToken cancellationToken) =>
        await scopes.FindAsync(desk, plan, period, cancellationToken) is { } scope
            ? Page.Of<BurdenPage>(desk, scope, (nameof(BurdenPage.Rows), scope.Period is null ? [] : await burden.RunAsync(scope.View!.Plan.Id, scope.Period.Period, cancellationToken)))
            : Results.NotFound();

    /// <summary>Due dates of the periods there are, and of the next ones.</summary>
    private static async Task<IResult> CalendarAsync(Guid? plan, Desk desk, DeskScopes scopes, PlanLadders planLadders, CancellationToken cancellationToken)
    {
        if (await scopes.FindAsync(desk, plan, null, cancellationToken) is not { } scope)
            return Results.NotFound();
        var rows = new List<DueRow>();
        if (scope.View is { } view)
        {
            var schedule = new PlanSchedule(view.Plan, scope.Calendar, await planLadders.OfAsync(view.Plan.Id, cancellationToken));
            rows.AddRange(view.Periods.OrderBy(one => one.Period).Select(one => new DueRow(one.Period, one.DueOn, one.IsProvisional, one, Why(one.Period, one.DueOn))));
            var next = rows.Count > 0 ? schedule.NextOwed(rows[^1].Period) : view.Plan.Reporting.FirstPeriod;
            for (var left = PeriodsToCome; left > 0 && next is { } key; left--, next = schedule.NextOwed(key))
            {
                if (schedule.DatesOf(key) is { } dates)
                    rows.Add(new(key, dates.Due.Day, dates.Due.IsProvisional, null, Why(key, dates.Due.Day)));
            }
        }
        return Page.Of<CalendarPage>(desk, scope, (nameof(CalendarPage.Rows), rows));

        DueDateExplanation? Why(ReportingPeriod key, DateOnly dueOn) => DueDatePolicy.Explain(key, scope.View!.Plan.Reporting.DueRule, scope.Calendar).LastOrDefault(one => one.Due.Day == dueOn);
    }

    private static async Task<IResult> ExportAsync(Guid? plan, string? period, string? format, bool? byTask, GivenId? writing, Desk desk, DeskScopes scopes, ExportPeriod export, ExportsUnderWay exports, CancellationToken cancellationToken)
    {
        if (Enum.GetValues<ExportFormat>().Where(one => one.ToString().Equals(format, StringComparison.OrdinalIgnoreCase)).ToList() is not [var kind]
            || await scopes.FindAsync(desk, plan, period, cancellationToken) is not { View: { } view, Period: { } chosen })
            return Results.NotFound();
        try
        {
            using var stand = writing?.Value is { } id ? exports.Begin(desk.Person.Id, id) : null;
            var file = await export.ToFileAsync(view.Plan, chosen, kind, desk.Language, view.Now, byTask == true ? ExportOrder.Task : ExportOrder.Unit, cancellationToken, stand);
            return Results.File(file, ExportPeriod.ContentType(kind), ExportPeriod.FileName(view.Plan, chosen.Period, kind, desk.Language));
        }
        catch (UnusableTemplateException unusable)
        {
            return NoticePage.Unusable(desk, unusable.Path);
        }
    }

    private static (IReadOnlyList<Unit> Units, int Pages, int Number) Cut(DeskScope scope, Desk desk, int? page)
    {
        var all = scope.UnitsFor(desk);
        var pages = Math.Max(1, (all.Count + UnitsOnPage - 1) / UnitsOnPage);
        var number = Math.Clamp(page ?? 1, 1, pages);
        return ([.. all.Skip((number - 1) * UnitsOnPage).Take(UnitsOnPage)], pages, number);
    }
}

/// <summary>A period's due date, and how it came about.</summary>
/// <param name="Opened">Null for one that has not begun.</param>
/// <param name="Why">Null where the day is none of the rule's own.</param>
public sealed record DueRow(ReportingPeriod Period, DateOnly DueOn, bool IsProvisional, PlanPeriod? Opened, DueDateExplanation? Why);

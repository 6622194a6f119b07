using System.Globalization;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Exporting;
using PlanBot.UseCases;

namespace PlanBot.Api;

/// <summary>Periods: when each is due and why, how it stands, what was named as a problem, and its summary.</summary>
internal static class PeriodEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/plans/{planId:guid}/periods", PeriodsAsync).Lists<PeriodResource>("listPeriods", "已开始的报告期、截止日期及其由来。 Periods that have begun, with due dates and how they came about.");
        var period = api.MapGroup("/plans/{planId:guid}/periods/{period}");
        period.MapGet("", PeriodAsync).Gives<PeriodResource>("getPeriod", "一个报告期，如 2020Q1。 One period, e.g. 2020Q1.");
        period.MapGet("/status", StatusAsync).Gives<StatusResource>("getStatus", "该期报送情况的数字。 The period in figures.");
        period.MapGet("/obligations", OwedAsync).Lists<ObligationResource>("listObligations", "该期应报事项，可按 state、unit、task 筛选。 What is owed in the period, by state, unit, task.");
        period.MapGet("/overdue", OverdueAsync).Lists<ObligationResource>("listOverdue", "该期逾期未报的事项，按单位。 What is overdue in the period, by unit.");
        period.MapGet("/problems", ProblemsAsync).Lists<ProblemResource>("listProblems", "该期报告中的问题。 Problems that the period's reports name.");
        period.MapGet("/export", ExportAsync).WithName("export").WithSummary("该期汇总，与 planbot export 相同：format=json、csv、docx 或 xlsx。 The summary, as planbot export writes it.")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/json", "text/csv", ExportPeriod.ContentType(ExportFormat.Docx), ExportPeriod.ContentType(ExportFormat.Xlsx));
    }

    private static async Task<IResult> PeriodsAsync(
        Guid planId, string? cursor, int? limit, ApiCaller caller, ApiFinder finder, IPeriodRepository periods, CurrentCalendar calendar, CancellationToken cancellationToken)
    {
        if (ApiCursor.Read(cursor, limit) is not { } order || (order.After is not null && !ReportingPeriod.TryParse(order.After, out _)))
            return ApiProblem.BadValue("cursor, limit");
        if (await finder.PlanAsync(caller, planId, cancellationToken) is not { } plan)
            return ApiProblem.NotFound;
        var (all, days) = (await periods.OfPlanAsync(planId, cancellationToken), await calendar.ReadAsync(cancellationToken));
        return new ApiAnswer(ApiCursor.PageOfAll(
            all, order, (one, after) => ReportingPeriod.TryParse(after, out var last) && one.Period > last, one => one.Period.ToString(), one => PeriodResource.Of(one, plan, days, caller.Language)));
    }

    private static async Task<IResult> PeriodAsync(Guid planId, string period, ApiCaller caller, ApiFinder finder, CurrentCalendar calendar, CancellationToken cancellationToken) =>
        await finder.PeriodAsync(caller, planId, period, cancellationToken) is var (plan, found)
            ? new ApiAnswer(PeriodResource.Of(found, plan, await calendar.ReadAsync(cancellationToken), caller.Language)) : ApiProblem.NotFound;

    private static async Task<IResult> StatusAsync(Guid planId, string period, ApiCaller caller, ApiFinder finder, ILedgerQuery ledger, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await finder.PeriodAsync(caller, planId, period, cancellationToken) is not var (_, found))
            return ApiProblem.NotFound;
        var units = (await ledger.TallyAsync(found.Id, clock.GetUtcNow(), cancellationToken)).Where(unit => caller.Access.CoversUnit(unit.UnitId)).ToList();
        return new ApiAnswer(StatusResource.Of(found.Period, units));
    }

    private static async Task<IResult> OwedAsync(
        Guid planId, string period, string? state, Guid? unit, Guid? task, string? cursor, int? limit, ApiCaller caller, ApiFinder finder, ApiQuery query, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (ApiCursor.Read(cursor, limit) is not { } order || !order.TryId(out var after))
            return ApiProblem.BadValue("cursor, limit");
        if (!TryState(state, out var wanted))
            return ApiProblem.BadValue("state");
        if (await finder.PeriodAsync(caller, planId, period, cancellationToken) is not var (_, found) || (unit is { } one && !caller.Access.CoversUnit(one)))
            return ApiProblem.NotFound;
        var filter = new OwedFilter(found.Id, unit is { } only ? [only] : caller.OwnUnits) { TaskId = task, State = wanted };
        var (rows, now) = (await query.OwedAsync(filter, after, order.Limit + 1, cancellationToken), clock.GetUtcNow());
        return new ApiAnswer(ApiCursor.Page(rows, order.Limit, row => row.AssignmentId.ToString(), row => ObligationResource.Of(row, found.Period, now)));
    }

    private static async Task<IResult> OverdueAsync(
        Guid planId, string period, Guid? unit, Guid? task, string? cursor, int? limit, ApiCaller caller, ApiFinder finder, ApiQuery query, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (ApiCursor.Read(cursor, limit) is not { } order || !TryPlace(order.After, out var after))
            return ApiProblem.BadValue("cursor, limit");
        if (await finder.PeriodAsync(caller, planId, period, cancellationToken) is not var (_, found) || (unit is { } one && !caller.Access.CoversUnit(one)))
            return ApiProblem.NotFound;
        var now = clock.GetUtcNow();
        var rows = await query.OverdueAsync(new(found.Id, unit is { } only ? [only] : caller.OwnUnits) { TaskId = task }, now, after, order.Limit + 1, cancellationToken);
        return new ApiAnswer(ApiCursor.Page(rows, order.Limit, row => $"{row.UnitId} {row.ObligationId}", row => ObligationResource.Of(row, found.Period, now)));
    }

    private static async Task<IResult> ProblemsAsync(
        Guid planId, string period, string? cursor, int? limit, ApiCaller caller, ApiFinder finder, IPeriodRepository periods, ProblemQuery problems, SaysNothing saysNothing, CancellationToken cancellationToken)
    {
        if (ApiCursor.Read(cursor, limit) is not { } order || !TryProblem(order.After, out var after))
            return ApiProblem.BadValue("cursor, limit");
        if (await finder.PeriodAsync(caller, planId, period, cancellationToken) is not var (plan, found))
            return ApiProblem.NotFound;
        var section = plan.Reporting.Sections.FirstOrDefault(one => one.Kind == SectionKind.Problems);
        var before = await periods.FindAsync(planId, found.Period.Previous(), cancellationToken);
        var rows = new List<ProblemRow>();
        for (var isMore = section is not null; isMore && rows.Count <= order.Limit;)
        {
            var some = await problems.PageAsync(found.Id, before?.Id, section!.Ordinal, caller.OwnUnits, after, order.Limit + 1, cancellationToken);
            rows.AddRange(some.Where(row => row.Text.Length > 0 && !saysNothing(row.Text)));
            isMore = some.Count > order.Limit;
            after = some.Count > 0 ? ProblemPlace.Of(some[^1]) : after;
        }
        return new ApiAnswer(ApiCursor.Page(rows, order.Limit, row => $"{row.UnitPlace} {row.TaskOrdinal} {row.ObligationId}", ProblemResource.Of));
    }

    private static bool TryProblem(string? after, out ProblemPlace? place)
    {
        place = after?.Split(' ') is [var unit, var task, var obligation] && long.TryParse(unit, NumberStyles.None, CultureInfo.InvariantCulture, out var unitPlace)
            && int.TryParse(task, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) && Guid.TryParse(obligation, out var id) ? new(unitPlace, ordinal, id) : null;
        return after is null || place is not null;
    }

    private static async Task<IResult> ExportAsync(
        Guid planId, string period, string? format, string? by, ApiCaller caller, ApiFinder finder, ExportPeriod export, TimeProvider clock, HttpContext http, CancellationToken cancellationToken)
    {
        if (!TryName<ExportFormat>(format ?? "json", out var chosen))
            return ApiProblem.BadValue("format");
        if (!TryName<ExportOrder>(by ?? "unit", out var order))
            return ApiProblem.BadValue("by");
        if (await finder.PeriodAsync(caller, planId, period, cancellationToken) is not var (plan, found))
            return ApiProblem.NotFound;
        if (!caller.May(Ability.SeeOverview))
            return ApiProblem.AllUnitsNeeded;
        try
        {
            var file = await export.ToFileAsync(plan, found, chosen, caller.Language, clock.GetUtcNow(), order, cancellationToken);
            http.Response.RegisterForDisposeAsync(file);
            return Results.File(file, ExportPeriod.ContentType(chosen), ExportPeriod.FileName(plan, found.Period, chosen, caller.Language));
        }
        catch (UnusableTemplateException)
        {
            return new ApiProblem(StatusCodes.Status503ServiceUnavailable, "bad-template");
        }
    }

    private static bool TryState(string? name, out ObligationState? state)
    {
        state = TryName<ObligationState>(name ?? "", out var read) ? read : null;
        return name is null || state is not null;
    }

    /// <summary>By the name that we write; a number is none.</summary>
    private static bool TryName<T>(string name, out T value)
        where T : struct, Enum
    {
        value = Enum.GetValues<T>().FirstOrDefault(one => PlanResource.Name(one) == name);
        return Enum.IsDefined(value);
    }

    private static bool TryPlace(string? after, out (Guid, Guid)? place)
    {
        place = after?.Split(' ') is [var unit, var obligation] && Guid.TryParse(unit, out var unitId) && Guid.TryParse(obligation, out var id) ? (unitId, id) : null;
        return after is null || place is not null;
    }
}

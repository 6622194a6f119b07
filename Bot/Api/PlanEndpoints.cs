using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;

namespace PlanBot.Api;

/// <summary>Plans with their tasks, units and who answers for what.</summary>
internal static class PlanEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/plans", PlansAsync).Lists<PlanResource>("listPlans", "列出计划，按导入先后。 Plans, in the order of import.");
        api.MapGet("/plans/{planId:guid}", PlanAsync).Gives<PlanResource>("getPlan", "一个计划。 One plan.");
        api.MapGet("/plans/{planId:guid}/tasks", TasksAsync).Lists<TaskResource>("listTasks", "计划的任务，按通知顺序。 The plan's tasks, in the notice's order.");
        api.MapGet("/plans/{planId:guid}/units", UnitsAsync).Lists<UnitResource>("listUnits", "计划的责任单位。 The plan's units.");
        api.MapGet("/plans/{planId:guid}/assignments", AssignmentsAsync).Lists<AssignmentResource>("listAssignments", "任务分工。 Which unit answers for which task.");
    }

    private static async Task<IResult> PlansAsync(string? cursor, int? limit, ApiCaller caller, ApiFinder finder, CancellationToken cancellationToken)
    {
        if (ApiCursor.Read(cursor, limit) is not { } order || !order.TryId(out var after))
            return ApiProblem.BadValue("cursor, limit");
        var all = await finder.PlansAsync(caller, cancellationToken);
        var place = after is null ? 0 : all.TakeWhile(plan => plan.Id != after).Count() + 1;
        return new ApiAnswer(ApiCursor.Page([.. all.Skip(place).Take(order.Limit + 1)], order.Limit, plan => plan.Id.ToString(), PlanResource.Of));
    }

    private static async Task<IResult> PlanAsync(Guid planId, ApiCaller caller, ApiFinder finder, CancellationToken cancellationToken) =>
        await finder.PlanAsync(caller, planId, cancellationToken) is { } plan ? new ApiAnswer(PlanResource.Of(plan)) : ApiProblem.NotFound;

    private static async Task<IResult> TasksAsync(Guid planId, string? cursor, int? limit, ApiCaller caller, ApiFinder finder, IPlanRepository plans, CancellationToken cancellationToken)
    {
        if (ApiCursor.Read(cursor, limit) is not { } order || (order.After is not null && !int.TryParse(order.After, out _)))
            return ApiProblem.BadValue("cursor, limit");
        if (await finder.PlanAsync(caller, planId, cancellationToken) is null)
            return ApiProblem.NotFound;
        var tasks = await plans.TasksAsync(planId, cancellationToken);
        if (caller.OwnUnits is { } own)
        {
            var theirs = (await plans.AssignmentsAsync(planId, cancellationToken)).Where(share => own.Contains(share.UnitId)).Select(share => share.TaskId).ToHashSet();
            tasks = [.. tasks.Where(task => theirs.Contains(task.Id))];
        }
        return new ApiAnswer(ApiCursor.PageOfAll(
            tasks, order, (task, after) => task.Ordinal > int.Parse(after, System.Globalization.CultureInfo.InvariantCulture), task => task.Ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture), TaskResource.Of));
    }

    private static async Task<IResult> UnitsAsync(Guid planId, string? cursor, int? limit, ApiCaller caller, ApiFinder finder, ApiQuery query, CancellationToken cancellationToken)
    {
        if (ApiCursor.Read(cursor, limit) is not { } order || !order.TryId(out var after))
            return ApiProblem.BadValue("cursor, limit");
        if (await finder.PlanAsync(caller, planId, cancellationToken) is null)
            return ApiProblem.NotFound;
        var units = await query.UnitsAsync(planId, caller.OwnUnits, after, order.Limit + 1, cancellationToken);
        return new ApiAnswer(ApiCursor.Page(units, order.Limit, unit => unit.Id.ToString(), UnitResource.Of));
    }

    private static async Task<IResult> AssignmentsAsync(Guid planId, string? cursor, int? limit, ApiCaller caller, ApiFinder finder, ApiQuery query, CancellationToken cancellationToken)
    {
        if (ApiCursor.Read(cursor, limit) is not { } order || !order.TryId(out var after))
            return ApiProblem.BadValue("cursor, limit");
        if (await finder.PlanAsync(caller, planId, cancellationToken) is null)
            return ApiProblem.NotFound;
        var shares = await query.AssignmentsAsync(planId, caller.OwnUnits, after, order.Limit + 1, cancellationToken);
        return new ApiAnswer(ApiCursor.Page(shares, order.Limit, share => share.Id.ToString(), AssignmentResource.Of));
    }
}

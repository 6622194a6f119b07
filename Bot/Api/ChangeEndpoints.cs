using Microsoft.AspNetCore.Mvc;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.UseCases;

namespace PlanBot.Api;

/// <summary>What a system may change, by the same use cases as chat: file a report, urge, extend, waive. Accepting and returning are a person's to decide.</summary>
internal static class ChangeEndpoints
{
    private const int LongestReason = 500;
    private const int MostUnits = 1000;

    public static void Map(RouteGroupBuilder reporting, RouteGroupBuilder managing)
    {
        reporting.MapPost("/obligations/{id:guid}/entries", SubmitAsync).Changes<EntryResource>("submitEntry", "报送一版报告。 Files a version of the report.", StatusCodes.Status201Created);
        managing.MapPost("/obligations/{id:guid}/extend", ExtendAsync).Changes<ObligationResource>("extend", "延期。 Grants a later due date.", StatusCodes.Status200OK);
        managing.MapPost("/obligations/{id:guid}/waive", WaiveAsync).Changes<ObligationResource>("waive", "免报。 Waives the report.", StatusCodes.Status200OK);
        managing.MapPost("/plans/{planId:guid}/periods/{period}/urge", UrgeAsync).Gives<UrgingResource>("urge", "催办；同一人四个工作小时内不重复。 Urges; nobody twice within four working hours.")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> SubmitAsync(
        Guid id, NewEntry entry, HttpContext http, ApiCaller caller, ApiFinder finder, SubmitReport submit, IProgressRepository progress, [FromServices] IPersonRepository people, CancellationToken cancellationToken)
    {
        if (await finder.OwedAsync(caller, id, cancellationToken) is not var (plan, _, row))
            return ApiProblem.NotFound;
        if (Condition(http, row) is { } unmet)
            return unmet;
        if (Sections(entry, plan) is not { } sections)
            return new ApiProblem(StatusCodes.Status422UnprocessableEntity, "incomplete", string.Join('、', plan.Reporting.Sections.Select(section => section.Name)));
        var report = new TaskReport(id, sections, row.Version) { Seen = ApiTags.StampOf(row) };
        if (await submit.RunAsync(new(caller.System.Id, ApiTokens.Channel, [report]), cancellationToken) is not SubmitResult.Filed { Reports: [var filed] } || await finder.OwedAsync(caller, id, cancellationToken) is not var (_, _, now))
            return await WhyNotFiledAsync(id, row, caller, finder, cancellationToken);
        var made = (await progress.VersionsAsync(id, cancellationToken)).First(version => version.Version == filed.Version);
        var authors = new Dictionary<Guid, string> { [caller.System.Id] = caller.System.Name };
        return new ApiAnswer(EntryResource.Of(made, now, plan, authors)) { Status = StatusCodes.Status201Created, Location = $"{ApiDoor.Root}/obligations/{id}/entries/{filed.Version}" };
    }

    private static Task<IResult> ExtendAsync(Guid id, NewExtension wanted, HttpContext http, ApiCaller caller, ApiFinder finder, RuleOnReports rule, TimeProvider clock, CancellationToken cancellationToken) =>
        wanted.DueOn is { } dueOn
            ? RuleAsync(new(RulingKind.Extend, [id], dueOn, Reason(wanted.Reason)), http, caller, finder, rule, clock, cancellationToken)
            : Task.FromResult<IResult>(ApiProblem.BadValue("dueOn"));

    private static Task<IResult> WaiveAsync(Guid id, NewWaiver wanted, HttpContext http, ApiCaller caller, ApiFinder finder, RuleOnReports rule, TimeProvider clock, CancellationToken cancellationToken) =>
        RuleAsync(new(RulingKind.Waive, [id], null, Reason(wanted.Reason)), http, caller, finder, rule, clock, cancellationToken);

    private static async Task<IResult> RuleAsync(Ruling ruling, HttpContext http, ApiCaller caller, ApiFinder finder, RuleOnReports rule, TimeProvider clock, CancellationToken cancellationToken)
    {
        var id = ruling.ObligationIds[0];
        if (await finder.OwedAsync(caller, id, cancellationToken) is not var (_, period, row))
            return ApiProblem.NotFound;
        if (Condition(http, row) is { } unmet)
            return unmet;
        if (ruling.Reason is not { Length: > 0 and <= LongestReason })
            return new ApiProblem(StatusCodes.Status422UnprocessableEntity, "reason-needed", LongestReason.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (await rule.PreviewAsync(ruling, cancellationToken) is { Refused: [var (_, reason)] })
            return Refusal(reason);
        if (await rule.RunAsync(ruling with { Seen = ApiTags.StampOf(row) }, caller.System.Id, ApiTokens.Channel, cancellationToken) is null)
            return Overtaken;
        return await finder.OwedAsync(caller, id, cancellationToken) is var (_, _, after) ? ReportEndpoints.Owed(after, period, clock.GetUtcNow()) : ApiProblem.NotFound;
    }

    private static async Task<IResult> UrgeAsync(
        Guid planId, string period, NewUrging wanted, ApiCaller caller, ApiFinder finder, ApiQuery query, UrgeUnits urge, CancellationToken cancellationToken)
    {
        if (await finder.PeriodAsync(caller, planId, period, cancellationToken) is not var (_, found))
            return ApiProblem.NotFound;
        var units = wanted.UnitIds?.Distinct().ToList();
        if (units is { Count: 0 or > MostUnits })
            return ApiProblem.BadValue("unitIds");
        if (units is null && !caller.May(Ability.Urge))
            return ApiProblem.AllUnitsNeeded;
        if (units is not null && (!units.TrueForAll(unit => caller.Access.CoversUnit(unit)) || (await query.UnitsAsync(planId, units, null, units.Count, cancellationToken)).Count < units.Count))
            return ApiProblem.NotFound;
        return await urge.RunAsync(new(planId, found.Period, units, wanted.IncludeNotYetDue), caller.System.Id, ApiTokens.Channel, cancellationToken) is { } done
            ? new ApiAnswer(UrgingResource.Of(done)) : ApiProblem.NotFound;
    }

    private static ApiProblem Overtaken { get; } = new(StatusCodes.Status412PreconditionFailed, "changed-meanwhile");

    /// <summary>Nobody decides about what they have not seen.</summary>
    private static ApiProblem? Condition(HttpContext http, OwedRow row) => ApiTags.Check(http.Request.Headers.IfMatch, row) switch
    {
        (false, _) => new(StatusCodes.Status428PreconditionRequired, "if-match-needed"),
        (_, false) => Overtaken,
        _ => null,
    };

    /// <returns>Null unless there is a text of the right length for each section, and for nothing else.</returns>
    private static Dictionary<int, string>? Sections(NewEntry entry, Plan plan)
    {
        var known = plan.Reporting.Sections.ToDictionary(section => section.Name, section => section.Ordinal);
        var given = (entry.Sections ?? new Dictionary<string, string>()).ToDictionary(text => text.Key, text => StorableText.Clean(text.Value ?? ""));
        return given.Count == known.Count && given.All(text => known.ContainsKey(text.Key) && text.Value.Trim().Length is > 0 and <= SubmitReport.LongestSection)
            ? given.ToDictionary(text => known[text.Key], text => text.Value) : null;
    }

    private static string? Reason(string? given) => given is null ? null : StorableText.Clean(given).Trim();

    /// <summary>What stood in the way, as the ledger has it now.</summary>
    private static async Task<IResult> WhyNotFiledAsync(Guid id, OwedRow seen, ApiCaller caller, ApiFinder finder, CancellationToken cancellationToken) =>
        await finder.OwedAsync(caller, id, cancellationToken) is not var (_, _, row) ? ApiProblem.NotFound
        : ApiTags.StampOf(row) != ApiTags.StampOf(seen) ? Overtaken
        : row.State is ObligationState.Accepted or ObligationState.Waived ? Refusal(row.State == ObligationState.Accepted ? StateRefusal.Accepted : StateRefusal.Waived)
        : Refusal(StateRefusal.PeriodClosed);

    private static ApiProblem Refusal(StateRefusal reason) => reason switch
    {
        StateRefusal.NotLater => new(StatusCodes.Status422UnprocessableEntity, "not-later"),
        StateRefusal.DueInPast => new(StatusCodes.Status422UnprocessableEntity, "due-in-past"),
        StateRefusal.TooFar => new(StatusCodes.Status422UnprocessableEntity, "due-too-far"),
        StateRefusal.PeriodClosed => new(StatusCodes.Status409Conflict, "period-closed"),
        StateRefusal.Accepted => new(StatusCodes.Status409Conflict, "accepted"),
        StateRefusal.Waived => new(StatusCodes.Status409Conflict, "waived"),
        _ => new(StatusCodes.Status409Conflict, "already-submitted"),
    };
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PlanBot.Dashboard.Pages;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dashboard;

/// <summary>What a person has filled in to decide about a report, and what is wrong with it.</summary>
public sealed record RulingForm(RulingKind Kind, string Reason, string DueOn)
{
    public string? ReasonProblem { get; init; }
    public string? DueOnProblem { get; init; }
}

/// <summary>A report with its versions, and what a coordinator decides about it.</summary>
internal static class ReportEndpoints
{
    /// <summary>Characters of a reason.</summary>
    private const int LongestReason = 500;

    private static readonly Dictionary<string, RulingKind> Kinds = new(StringComparer.Ordinal)
    {
        ["accept"] = RulingKind.Accept, ["return"] = RulingKind.Return, ["extend"] = RulingKind.Extend, ["waive"] = RulingKind.Waive,
    };

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("/reports/{id:guid}", ShowAsync);
        desk.MapPost("/reports/{id:guid}/{act}", RuleAsync);
        desk.MapGet("/reports/{id:guid}/evidence/{file:guid}", SendAsync);
    }

    /// <summary>The last part of the address at which a ruling is made.</summary>
    public static string NameOf(RulingKind kind) => Kinds.First(pair => pair.Value == kind).Key;

    private static async Task<IResult> ShowAsync(Guid id, string? done, Desk desk, ReportReader reader, DeskScopes scopes, CancellationToken cancellationToken) =>
        await PageAsync(id, desk, reader, scopes, report => done is not null && Kinds.TryGetValue(done, out var kind) ? DeskReportTexts.Done(kind, report.Row.UnitName, desk.Language) : null, null, null, cancellationToken)
        ?? Results.NotFound();

    private static async Task<IResult> RuleAsync(
        Guid id, string act, [FromForm] string? reason, [FromForm] string? dueOn, [FromForm] string? seen, Desk desk, RuleOnReports rule, ReportReader reader, DeskScopes scopes, CancellationToken cancellationToken)
    {
        if (!Kinds.TryGetValue(act, out var kind) || await reader.FindAsync(desk, id, cancellationToken) is not var (report, _))
            return Results.NotFound();
        if (!desk.Sees(Rulings.AbilityFor(kind), report.Row.UnitId))
            return NoticePage.NotAllowed(desk);
        var form = Checked(new(kind, StorableText.Clean(reason ?? "").Trim(), dueOn?.Trim() ?? ""), desk.Language);
        if (form.ReasonProblem is not null || form.DueOnProblem is not null)
            return await AgainAsync(StatusCodes.Status400BadRequest, null);
        var ruling = new Ruling(kind, [id], DayOf(form), form.Reason.Length > 0 ? form.Reason : null) { Seen = ReportStamp.Parse(seen) ?? default(ReportStamp) };
        var preview = await rule.PreviewAsync(ruling, cancellationToken);
        if (ruling.Seen == report.Stamp && preview.Refused.Count > 0)
            return await AgainAsync(StatusCodes.Status400BadRequest, RulingTexts.Refused(kind, report.Row.UnitName, [(report.Row.UnitTaskOrdinal, preview.Refused[0].Reason)], desk.Language).Text);
        return await rule.RunAsync(ruling, desk.Person.Id, DeskAccess.Channel, cancellationToken) is null
            ? await AgainAsync(StatusCodes.Status409Conflict, null)
            : Results.LocalRedirect($"/dashboard/reports/{id}?done={act}");

        async Task<IResult> AgainAsync(int status, string? problem) => await PageAsync(
            id, desk, reader, scopes, _ => null, form,
            now => problem ?? (status == StatusCodes.Status409Conflict ? DeskReportTexts.Overtaken(now.Report.Trail is [var last, ..] ? AuditTexts.Of(last, now.Scope.Zone, desk.Language) : null, desk.Language) : null),
            cancellationToken, status) ?? Results.NotFound();
    }

    private static async Task<IResult?> PageAsync(
        Guid id, Desk desk, ReportReader reader, DeskScopes scopes, Func<ReportView, string?> said, RulingForm? form, Func<(ReportView Report, DeskScope Scope), string?>? problem, CancellationToken cancellationToken,
        int status = StatusCodes.Status200OK)
    {
        if (await reader.FindAsync(desk, id, cancellationToken) is not var (report, owed)
            || await scopes.FindAsync(desk, owed.Period.PlanId, owed.Period.Period.ToString(), cancellationToken) is not { } scope)
            return null;
        report = await reader.MarkUnchangedAsync(report, scope, cancellationToken);
        var page = Page.Of<ReportPage>(
            desk, scope, (nameof(ReportPage.Report), report), (nameof(ReportPage.Said), said(report)), (nameof(ReportPage.Form), form), (nameof(ReportPage.Problem), problem?.Invoke((report, scope))));
        page.StatusCode = status;
        return page;
    }

    private static RulingForm Checked(RulingForm form, Language language) => form with
    {
        ReasonProblem = form.Reason.Length > LongestReason ? DeskReportTexts.ReasonTooLong(LongestReason, language)
            : form.Kind is RulingKind.Return or RulingKind.Waive && form.Reason.Length == 0 ? DeskReportTexts.ReasonNeeded(language) : null,
        DueOnProblem = Rulings.HasDueDay(form.Kind) && DayOf(form) is null ? DeskReportTexts.DayNeeded(language) : null,
    };

    private static DateOnly? DayOf(RulingForm form) => DateOnly.TryParseExact(form.DueOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A file as it was sent in, to be saved: a browser opens none of them as a page of ours.</summary>
    private static async Task<IResult> SendAsync(Guid id, Guid file, Desk desk, ReportReader reader, IEvidenceRepository evidence, EvidenceStore store, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(desk, id, cancellationToken) is null
            || (await evidence.OfAsync([id], cancellationToken)).FirstOrDefault(one => one.Id == file && one.Version > 0) is not { } kept
            || await store.ReadAsync(kept.Sha256, cancellationToken) is not { } content)
            return Results.NotFound();
        return Results.File(content, kept.ContentType, kept.Name);
    }
}

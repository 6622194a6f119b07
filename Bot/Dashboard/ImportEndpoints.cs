using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using PlanBot.Dashboard.Pages;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Importing;
using PlanBot.Importing.Repair;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dashboard;

/// <summary>Importing a notice: uploaded, looked through and mended line by line, and stored only on confirmation.</summary>
internal static class ImportEndpoints
{
    public static void Map(RouteGroupBuilder desk)
    {
        var import = desk.MapGroup("/import").AddEndpointFilter(async (call, next) => call.Arguments.OfType<Desk>().First() is { RunsPlan: false } other ? NoticePage.NotAllowed(other) : await next(call));
        import.MapGet("/", ShowStartAsync);
        import.MapPost("/", StartAsync);
        import.MapGet("/{id:guid}", ShowAsync);
        import.MapPost("/{id:guid}/tasks/{at:int}", SaveTaskAsync);
        import.MapPost("/{id:guid}/tasks/new", AddTaskAsync);
        import.MapPost("/{id:guid}/looked", LookedAsync);
        import.MapPost("/{id:guid}/head", SaveHeadAsync);
        import.MapPost("/{id:guid}/rule", SaveRuleAsync);
        import.MapPost("/{id:guid}/parent", ChooseParentAsync);
        import.MapPost("/{id:guid}/renames", DecideRenamesAsync);
        import.MapPost("/{id:guid}/store", StoreAsync);
        import.MapPost("/{id:guid}/discard", DiscardAsync);
    }

    private static Task<IResult> ShowStartAsync(string? said, Desk desk, ImportDesk pages, CancellationToken cancellationToken) =>
        pages.StartAsync(desk, said == "discarded" ? DeskImportTexts.Discarded(desk.Language) : null, null, "", cancellationToken);

    private static async Task<IResult> StartAsync(HttpRequest request, Desk desk, MendNotice mend, ImportDesk pages, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var (file, text) = (form.Files["file"], StorableText.Clean(form["text"].ToString()));
        if (file is { Length: 0, FileName.Length: > 0 } && string.IsNullOrWhiteSpace(text))
            return await pages.StartAsync(desk, null, DeskImportTexts.Refused(FileNames.Safe(StorableText.Clean(file.FileName)), null, NoticeTexts.For(NoticeIssue.EmptyFile, "", "", desk.Language), desk.Language), text, cancellationToken);
        if (file is not { Length: > 0 } && string.IsNullOrWhiteSpace(text))
            return await pages.StartAsync(desk, null, DeskImportTexts.NothingSent(desk.Language), text, cancellationToken);
        var (name, content) = file is { Length: > 0 } ? (FileNames.Safe(StorableText.Clean(file.FileName)), await ReadAsync(file, cancellationToken)) : (DeskImportTexts.Pasted(desk.Language), Encoding.UTF8.GetBytes(text));
        return await mend.StartAsync(content, name, desk.Person.Id, cancellationToken) switch
        {
            ({ } id, _) => Results.LocalRedirect($"/dashboard/import/{id}"),
            (_, { } refusal) => await pages.StartAsync(desk, null, DeskImportTexts.Refused(name, refusal.Line, refusal.Message(desk.Language), desk.Language), text, cancellationToken),
            _ => NoticePage.NotAllowed(desk),
        };
    }

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }

    /// <param name="edit">Place of a task, from 0, whose form is opened.</param>
    /// <param name="add">Line from which a task is added.</param>
    private static async Task<IResult> ShowAsync(Guid id, int? page, int? edit, int? add, string? said, Desk desk, ImportDesk pages, CancellationToken cancellationToken) => await pages.ShowAsync(
        desk, id, page ?? 1, view => view with
        {
            Editing = edit is { } at && at >= 0 && at < view.Notice.Tasks.Count ? new(at, view.Notice.Tasks[at].Line) : add is { } line ? new(null, line) : null,
            Said = said == "saved" ? DeskImportTexts.Saved(desk.Language) : null,
        }, StatusCodes.Status200OK, cancellationToken);

    private static Task<IResult> SaveTaskAsync(Guid id, int at, HttpRequest request, Desk desk, ImportDesk pages, CancellationToken cancellationToken) => pages.ChangeAsync(
        desk, id, request, form =>
        {
            if (at < 0 || at >= form.Repair.Notice.Tasks.Count)
                return form.NotHere();
            if (form["act"] == "drop")
                return form.Save(form.Repair.WithoutTask(at));
            if (form["act"] == "looked")
                return form.Save(form.Repair.Looked(form.Repair.Notice.Tasks[at].Line));
            var (fields, before) = (form.Task(), form.Repair.Notice.Tasks[at]);
            var (task, problems) = fields.Check(before, before.Line);
            return form.Save(task is null ? null : form.Repair.WithTask(at, task), view => view with { Editing = new(at, before.Line), Task = new(fields, problems) });
        }, cancellationToken);

    private static Task<IResult> AddTaskAsync(Guid id, HttpRequest request, Desk desk, ImportDesk pages, CancellationToken cancellationToken) => pages.ChangeAsync(
        desk, id, request, form =>
        {
            var (fields, line) = (form.Task(), form.Number("line") ?? 1);
            var (task, problems) = fields.Check(null, line);
            return form.Save(task is null ? null : form.Repair.WithNewTask(task), view => view with { Editing = new(null, line), Task = new(fields, problems) });
        }, cancellationToken);

    private static Task<IResult> LookedAsync(Guid id, HttpRequest request, Desk desk, ImportDesk pages, CancellationToken cancellationToken) => pages.ChangeAsync(
        desk, id, request, form => form.Number("line") is { } line ? form.Save(form.Repair.Looked(line)) : form.NotHere(), cancellationToken);

    private static Task<IResult> SaveHeadAsync(Guid id, HttpRequest request, Desk desk, ImportDesk pages, CancellationToken cancellationToken) => pages.ChangeAsync(
        desk, id, request, form =>
        {
            var fields = new HeadFields
            {
                Title = form["Title"], Issuer = form["Issuer"], DocumentNumber = form["DocumentNumber"], IssuedOn = form["IssuedOn"], StartsOn = form["StartsOn"], EndsOn = form["EndsOn"],
            };
            var (plan, problems) = fields.Check(form.Repair.Notice.Plan);
            NoticeIssue[] settled = [NoticeIssue.TitleMissing, NoticeIssue.DateMissing, NoticeIssue.TitleDoubtful, NoticeIssue.TitleFromLetter, NoticeIssue.DocumentNumberDamaged];
            return form.Save(plan is null ? null : form.Repair.WithPlan(plan, settled), view => view with { Head = new(fields, problems) });
        }, cancellationToken);

    private static Task<IResult> SaveRuleAsync(Guid id, HttpRequest request, Desk desk, ImportDesk pages, TimeProvider clock, CancellationToken cancellationToken) => pages.ChangeAsync(
        desk, id, request, form =>
        {
            var fields = new RuleFields
            {
                Frequency = form["Frequency"], Kind = form["Kind"], Day = form["Day"], Month = form["Month"], Days = form["Days"], Time = form["Time"], Shift = form["Shift"], FirstPeriod = form["FirstPeriod"],
                Sections = form["Sections"], LeadOnly = form["LeadOnly"].Length > 0,
            };
            var plan = form.Repair.Notice.Plan;
            var today = Days.Iso(CivilTime.Of(Plan.DefaultTimeZone).DayOf(clock.GetUtcNow()));
            var (rule, problems) = fields.Check(plan.Reporting, DeskImportTexts.DecidedBy(desk.Person.Name, today), plan);
            return form.Save(
                rule is null ? null : form.Repair.WithPlan(plan with { Reporting = rule }, NoticeInRepair.RuleDoubts.ToList()) with { IsRuleDecided = true }, view => view with { Rule = new(fields, problems) });
        }, cancellationToken);

    private static Task<IResult> ChooseParentAsync(Guid id, HttpRequest request, Desk desk, ImportDesk pages, CancellationToken cancellationToken) => pages.ChangeAsync(
        desk, id, request, form => form["parent"].Length == 0 ? form.Save(form.Repair with { ParentId = null })
            : Guid.TryParse(form["parent"], out var parent) && form.Plans.Any(plan => plan.Id == parent) ? form.Save(form.Repair with { ParentId = parent }) : form.NotHere(), cancellationToken);

    private static Task<IResult> DecideRenamesAsync(Guid id, HttpRequest request, Desk desk, ImportDesk pages, CancellationToken cancellationToken) => pages.ChangeAsync(
        desk, id, request, form => form["renamed"] is "yes" or "no" ? form.Save(form.Repair with { AcceptRenames = form["renamed"] == "yes" }) : form.NotHere(), cancellationToken);

    private static async Task<IResult> StoreAsync(Guid id, [FromForm] int? version, Desk desk, MendNotice mend, ImportDesk pages, CancellationToken cancellationToken) =>
        await mend.FindAsync(id, desk.Person.Id, cancellationToken) is null ? Results.NotFound() : await mend.StoreAsync(id, version ?? 0, desk.Person.Id, cancellationToken) switch
        {
            MendedNotice.Stored stored => Results.LocalRedirect($"/dashboard?plan={stored.Plan.Id}&stored={(stored.IsCorrection ? "changed" : "new")}"),
            MendedNotice.Known known => await pages.ShowAsync(desk, id, 1, view => view with { Problem = DeskImportTexts.Known(known.Plan.Title, desk.Language) }, StatusCodes.Status409Conflict, cancellationToken),
            _ => await pages.ShowAsync(desk, id, 1, view => view with { Problem = DeskImportTexts.Overtaken(desk.Language) }, StatusCodes.Status409Conflict, cancellationToken),
        };

    private static async Task<IResult> DiscardAsync(Guid id, Desk desk, MendNotice mend, CancellationToken cancellationToken)
    {
        await mend.DiscardAsync(id, desk.Person.Id, cancellationToken);
        return Results.LocalRedirect("/dashboard/import?said=discarded");
    }
}

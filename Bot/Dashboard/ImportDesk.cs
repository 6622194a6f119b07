using Microsoft.Extensions.Options;
using PlanBot.Dashboard.Pages;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Importing.Repair;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dashboard;

/// <summary>What all forms of the import page share: the draft is read, changed, and saved if nobody else did meanwhile; what was typed is shown again when it could not be saved.</summary>
public sealed class ImportDesk(MendNotice mend, IPlanRepository plans, DeskScopes scopes, CurrentCalendar currentCalendar, IOptions<DashboardOptions> options)
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>A form that was sent, and what may become of it.</summary>
    public sealed class Sent(IFormCollection form, NoticeInRepair repair, IReadOnlyList<Plan> plans)
    {
        public NoticeInRepair Repair => repair;
        public IReadOnlyList<Plan> Plans => plans;
        public string this[string field] => StorableText.Clean(form[field].ToString());

        public int? Number(string field) => int.TryParse(form[field], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

        public TaskFields Task() => new()
        {
            Number = this["Number"], Title = this["Title"], Text = this["Text"], Lead = this["Lead"], Support = this["Support"], Responsible = this["Responsible"], Deadline = this["Deadline"],
            DeadlineDate = this["DeadlineDate"], Milestones = this["Milestones"],
        };

        /// <param name="changed">Null when the fields are not in order.</param>
        /// <param name="filled">Shows the form as it was filled in.</param>
        public Outcome Save(NoticeInRepair? changed, Func<ImportView, ImportView>? filled = null) => new(changed, filled ?? (view => view), IsHere: true);

        public Outcome NotHere() => new(null, view => view, IsHere: false);
    }

    public sealed record Outcome(NoticeInRepair? Changed, Func<ImportView, ImportView> Filled, bool IsHere);

    public async Task<IResult> StartAsync(Desk desk, string? said, string? problem, string text, CancellationToken cancellationToken)
    {
        var scope = await scopes.FindAsync(desk, null, null, cancellationToken);
        var page = Page.Of<ImportStartPage>(
            desk, scope!, (nameof(ImportStartPage.Drafts), await mend.OfPersonAsync(desk.Person.Id, cancellationToken)), (nameof(ImportStartPage.Megabytes), options.Value.UploadLimit / Megabyte),
            (nameof(ImportStartPage.Said), said), (nameof(ImportStartPage.Problem), problem), (nameof(ImportStartPage.Text), text));
        page.StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return page;
    }

    public async Task<IResult> ShowAsync(Desk desk, Guid id, int page, Func<ImportView, ImportView> with, int status, CancellationToken cancellationToken)
    {
        if (await mend.FindAsync(id, desk.Person.Id, cancellationToken) is not var (draft, repair))
            return Results.NotFound();
        var all = await plans.AllAsync(cancellationToken);
        var standing = await mend.StandingAsync(draft, repair, cancellationToken);
        var view = new ImportView(draft, repair, standing, await mend.ProposalAsync(draft, repair, standing, cancellationToken), all, await FirstDueAsync(repair, cancellationToken), page);
        var scope = await scopes.FindAsync(desk, null, null, cancellationToken);
        var result = Page.Of<ImportPage>(desk, scope!, (nameof(ImportPage.View), with(view with { Page = Math.Clamp(page, 1, view.Pages) })));
        result.StatusCode = status;
        return result;
    }

    public async Task<IResult> ChangeAsync(Desk desk, Guid id, HttpRequest request, Func<Sent, Outcome> change, CancellationToken cancellationToken)
    {
        if (await mend.FindAsync(id, desk.Person.Id, cancellationToken) is not var (draft, repair))
            return Results.NotFound();
        var sent = new Sent(await request.ReadFormAsync(cancellationToken), repair, await plans.AllAsync(cancellationToken));
        var page = sent.Number("page") ?? 1;
        var outcome = change(sent);
        if (!outcome.IsHere)
            return Results.NotFound();
        if (outcome.Changed is null)
            return await ShowAsync(desk, id, page, view => outcome.Filled(view) with { Problem = DeskImportTexts.NotSaved(desk.Language) }, StatusCodes.Status400BadRequest, cancellationToken);
        return await mend.SaveAsync(draft, sent.Number("version") ?? 0, outcome.Changed, cancellationToken)
            ? Results.LocalRedirect($"/dashboard/import/{id}?said=saved{(page > 1 ? $"&page={page}" : "")}{Anchor(sent["from"])}")
            : await ShowAsync(desk, id, page, view => outcome.Filled(view) with { Problem = DeskImportTexts.Overtaken(desk.Language) }, StatusCodes.Status409Conflict, cancellationToken);
    }

    /// <summary>Back to the part of the page that the form stands in.</summary>
    private static string Anchor(string from) => from is "doubts" or "head" or "rule" or "standing" or "tasks" ? "#" + from : "";

    private async Task<DueDateExplanation?> FirstDueAsync(NoticeInRepair repair, CancellationToken cancellationToken) => repair.Notice.Plan.Reporting is { DueRule: { } rule, FirstPeriod: { } first }
        && DueDatePolicy.Explain(first, rule, await currentCalendar.ReadAsync(cancellationToken)) is [.., var last] ? last : null;
}

using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using PlanBot.Dialogs.Reporting;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs;

/// <summary>Takes in a report. What to ask is <see cref="ReportSteps"/>' business.</summary>
public sealed class ReportDialog(ReportSteps steps, ReportQuestions questions, Memory memory, TimeProvider clock) : QuestionDialog<ReportTalk>(nameof(ReportDialog), "report", memory)
{
    private readonly SpokenOf spoken = new(memory, clock);

    /// <summary>Takes the first step, and begins where that leaves something open.</summary>
    public async Task<DialogTurnResult> BeginAsync(WaterfallStepContext step, Func<ReportSteps, Task<ReportStep>> first, CancellationToken cancellationToken) =>
        await KeepAsync(step.Context, await SayAsync(step.Context, await first(steps), cancellationToken), cancellationToken)
            ? await step.BeginDialogAsync(Id, null, cancellationToken)
            : await step.EndDialogAsync(null, cancellationToken);

    /// <summary>处长看过了，发吧, when nothing is open: whether a draft waits that this can be about.</summary>
    public Task<bool> HasDraftAsync(Turn turn, CancellationToken cancellationToken) => steps.HasDraftAsync(turn, cancellationToken);

    /// <summary>Whether the words are said of what is being written, whatever they would mean alone: 这是第三条的 is no objection to a task.</summary>
    public async Task<bool> ClaimsAsync(ITurnContext context, string said, CancellationToken cancellationToken) =>
        (await OpenAsync(context, cancellationToken) is { Doubt: not null } && (ForSection.IsText(said) || ForSection.IsNoText(said))) || await FormAsync(context, cancellationToken) is { } form && (OtherTask.Read(TaskMentions.Everywhere(said, form.Subjects)) is not null || (form.Missing is null && RemarkOfOther.Read(said, form) is not null) || Changes(form, said, SectionWords.For(form.Sections)));

    private static bool Changes(ReportForm form, string said, SectionWords words) =>
        ChangesWords(form, said, words) || (ValueChange.Parse(said, words, isShown: form.Missing is null) is { } change && form.Find(change).Count > 0) || (form.Missing is null && SummaryYes.Matches(Spelling.Plain(form.Parts.Any(part => part.IsNil) ? SummaryYes.WithoutNil(said) : said))) || (form.Parts.Any(part => part.Texts.Count > 0) && PointRemoved.Parse(said, words) is { } point && (form.Find(point).Count == 1 || point.NamesFigure));

    /// <summary>612写错了 是621, 成效那句…写…, of what is written already.</summary>
    private static bool ChangesWords(ReportForm form, string said, SectionWords words) => form.Parts.Any(part => part.Texts.Count > 0)
        && ((WordChange.Parse(said, words) is { IsLoose: false } one && form.Find(one).Count > 0) || SeveralChanges.In(said, words).Count > 1 || ToldToWrite.Parse(said, words) is not null);

    /// <summary>The report that is being written; null when none is.</summary>
    public async Task<ReportForm?> FormAsync(ITurnContext context, CancellationToken cancellationToken) => (await OpenAsync(context, cancellationToken))?.Form;

    protected override async Task<Answered<ReportTalk>> AnswerAsync(ITurnContext context, ReportTalk open, string said, CancellationToken cancellationToken)
    {
        var step = await steps.ContinueAsync(Turn.Of(context), open, said, cancellationToken);
        // Whoever is asked "a correction, or early?" and answers neither three times wants neither.
        if (step is { IsUnderstood: false, Talk.Choice.Kind: ReportChoiceKind.WhichPeriod } && await MissesAsync(context, cancellationToken) > 1)
            step = new(ReportNotes.NeitherOfBoth(Turn.Of(context).Language), null);
        return new(await SayAsync(context, step, cancellationToken), step.IsUnderstood);
    }

    protected override async Task<Reply?> AskAsync(ITurnContext context, ReportTalk open, CancellationToken cancellationToken) =>
        await questions.AskAsync(open, Turn.Of(context).Language, cancellationToken);

    protected override Reply WayOut(Language language) => ReportNotes.WayOut(language);

    private async Task<ReportTalk?> SayAsync(ITurnContext context, ReportStep step, CancellationToken cancellationToken)
    {
        if (step.Say is { } reply)
            await Turn.SendAsync(context, reply, cancellationToken);
        if (step.Figure is { } figure)
            await spoken.KeepFigureAsync(context, figure, cancellationToken);
        return step.Talk is { Form: { } form } talk ? talk with { Form = form.Counted(clock.GetUtcNow()) } : step.Talk;
    }
}

using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using PlanBot.Dialogs.Cards;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>Leads through any act: asks for what is missing, shows what will change, does it on confirmation, and remembers how to take it back.</summary>
public sealed partial class ActDialog : ComponentDialog
{
    private const string Remembered = "act";
    private const string Undoable = "done";
    private const string Latest = "latest-act";

    /// <summary>Acts of a conversation that are remembered to be taken back.</summary>
    private const int MostDone = 10;

    /// <summary>Beginning to say something else is no answer: such words are asked about before they are taken for a name or a reason.</summary>
    private const double Sure = 0.7;

    private readonly IReadOnlyList<IAct> acts;
    private readonly Memory memory;
    private readonly Agenda agenda;
    private readonly CurrentCalendar currentCalendar;

    public ActDialog(IEnumerable<IAct> acts, Memory memory, Agenda agenda, CurrentCalendar currentCalendar)
        : base(nameof(ActDialog))
    {
        (this.acts, this.memory, this.agenda, this.currentCalendar) = ([.. acts], memory, agenda, currentCalendar);
        AddDialog(new WaterfallDialog("act", [AskAsync, TakeAsync]));
        AddDialog(new WordsPrompt("words", OpenQuestionAsync));
    }

    /// <summary>The act that these words wish for; null when none.</summary>
    public IAct? Meant(Turn turn) => acts.FirstOrDefault(act => act.IsMeant(turn.Said.Intent, turn.Asker));

    /// <summary>Reads the wish; the dialog is to be begun when it leaves something to be answered.</summary>
    public async Task<bool> PrepareAsync(ITurnContext context, IAct act, CancellationToken cancellationToken)
    {
        var turn = await DatedAsync(context, cancellationToken);
        return await KeepAsync(context, act, act.Read(turn, new() { Act = act.Name, Id = Guid.CreateVersion7() }), cancellationToken);
    }

    /// <summary>也给商务局: the act that was just done, for another unit.</summary>
    /// <returns>Null when the words do not say so, or nothing was done just now; else as <see cref="PrepareAsync"/>.</returns>
    public async Task<bool?> PrepareLikewiseAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var said = Turn.Of(context).Said;
        if (said.Units.Count == 0 || said.Evidence.All(evidence => evidence.Idea != "Likewise")
            || await memory.ReadAsync<Wish>(context, Latest, cancellationToken) is not { } last || acts.FirstOrDefault(one => one.Name == last.Act) is not { } act)
            return null;
        if (Meant(Turn.Of(context)) is { } meant && meant.Name != act.Name)
            return null;
        var turn = await DatedAsync(context, cancellationToken);
        return await KeepAsync(context, act, act.Read(turn, last with { Id = Guid.CreateVersion7(), UnitId = null, MoreUnits = [], Tasks = [], Asking = null }), cancellationToken);
    }

    /// <summary>The unit that the open act is about; null when it is about none.</summary>
    public async Task<Guid?> OpenUnitAsync(ITurnContext context, CancellationToken cancellationToken) => (await memory.ReadAsync<Wish>(context, Remembered, cancellationToken))?.UnitId;

    /// <summary>Something else was spoken of: 也给商务局 no longer means the last act.</summary>
    public Task TurnAwayAsync(ITurnContext context, CancellationToken cancellationToken) => memory.ForgetAsync(context, Latest, cancellationToken);

    /// <summary>Whether the words wish for something else than what is open: another act, or the same about another unit.</summary>
    public async Task<bool> IsLeftAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken)
    {
        if (Meant(turn) is not { } act || await memory.ReadAsync<Wish>(context, Remembered, cancellationToken) is not { } wish)
            return false;
        var other = turn.Said.Unit?.One is { } unit && unit.Id != wish.UnitId;
        // 多给两天, said of what is open, gives it another day.
        if (turn.Said is { Intent: Intent.Extend, Units.Count: 0, Tasks.Count: 0 } && (turn.Said.Days is not null || turn.Said.When is not null) && wish.UnitId is not null)
            return false;
        // A reason or a text may sound like a command; then only one that names its unit is taken for it.
        return wish.Asking is null or "unit" or "tasks" or "day" ? act.Name != wish.Act || (wish.Asking is null && other) : other && act.Name != wish.Act;
    }

    /// <summary>What the buttons that are shown now are about; null when nothing waits for a confirmation.</summary>
    public async Task<CardSubject?> OpenSubjectAsync(ITurnContext context, CancellationToken cancellationToken) =>
        (await OpenQuestionAsync(context, cancellationToken))?.Card?.About;

    /// <summary>撤销: takes back the last act of this conversation; 撤销给教委的延期 the last one of that kind for that unit.</summary>
    public async Task UndoAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(context);
        var done = await memory.ReadAsync<List<Done>>(context, Undoable, cancellationToken) ?? [];
        var (kind, unit) = (KindNamed(turn), turn.Said.Unit?.One);
        // 撤销 alone means what was done last: where that cannot be taken back, nothing before it is.
        var meant = kind is null && unit is null ? done.LastOrDefault() : done.LastOrDefault(one => (kind is null || one.Wish.Act == kind) && (unit is null || one.Wish.UnitId == unit.Id));
        await TurnAwayAsync(context, cancellationToken);
        if (meant?.Undo is not { } undo || acts.FirstOrDefault(act => act.Name == meant.Wish.Act) is not { } act)
        {
            if (meant is not null)
                await memory.KeepAsync(context, Undoable, done.FindAll(one => one != meant), cancellationToken);
            await Turn.SendAsync(context, ActTexts.NothingToUndo(turn.Language, unit?.Name), cancellationToken);
            return;
        }
        await memory.KeepAsync(context, Undoable, done.FindAll(one => one != meant), cancellationToken);
        await Turn.SendAsync(context, await act.UndoAsync(turn, undo, cancellationToken), cancellationToken);
    }

    /// <summary>Name of the act that the words name beside their wish to take it back; null when they name none.</summary>
    private string? KindNamed(Turn turn)
    {
        foreach (var idea in turn.Said.Evidence.Select(evidence => evidence.Idea).Where(idea => idea != nameof(Intent.Undo)))
        {
            var intent = idea == "Approve" ? Intent.Accept : idea == "Pause" ? Intent.PauseReminders : Enum.TryParse<Intent>(idea, out var named) ? named : Intent.None;
            if (intent is not (Intent.None or Intent.Withdraw or Intent.Cancel) && acts.FirstOrDefault(act => act.IsMeant(intent, turn.Asker)) is { } act)
                return act.Name;
        }
        return null;
    }

    private static Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellationToken) =>
        step.PromptAsync("words", new PromptOptions(), cancellationToken);

    private async Task<DialogTurnResult> TakeAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var isOpen = await memory.ReadAsync<Wish>(step.Context, Remembered, cancellationToken) is { } wish
            && acts.FirstOrDefault(act => act.Name == wish.Act) is { } act
            && await TakeAsync(step.Context, act, wish, (string)step.Result, cancellationToken);
        if (isOpen)
            return await step.ReplaceDialogAsync("act", null, cancellationToken);
        await memory.ForgetAsync(step.Context, Remembered, cancellationToken);
        return await step.EndDialogAsync(null, cancellationToken);
    }

    /// <returns>Whether something is still to be answered.</returns>
    private async Task<bool> TakeAsync(ITurnContext context, IAct act, Wish wish, string said, CancellationToken cancellationToken)
    {
        var turn = await DatedAsync(context, cancellationToken, isOpen: true);
        // 不对，下周二 corrects what it names; 不 alone ends it.
        var isDeclined = wish.Asking is null && turn.Said.Intent is Intent.No or Intent.KeepDraft && turn.Said.IsSure(Sure) && act.Read(turn, wish) == wish;
        // What is not yet done is taken back by not doing it.
        if (isDeclined || (turn.Said.Intent is Intent.Cancel or Intent.Undo && turn.Said.IsSure(Sure)))
        {
            if (turn.Said.AllTasks || AllOfIt().IsMatch(turn.Said.Plain))
                await agenda.ForgetAsync(context, cancellationToken);
            await Turn.SendAsync(context, ActTexts.Cancelled(turn.Language), cancellationToken);
            return false;
        }
        if (wish.Asking is { } part)
            return act.Answer(turn, wish, part, said) is { } answered
                ? await KeepAsync(context, act, answered with { Asking = null }, cancellationToken)
                : await AgainAsync(context, turn, cancellationToken);
        // 好的，退回吧: a yes that names the open act again.
        var isAgreed = act.IsMeant(turn.Said.Intent, turn.Asker) && !turn.Said.IsQuestion && turn.Said.Evidence.Any(evidence => evidence.Idea == nameof(Intent.Confirm)) && act.Read(turn, wish) == wish;
        if (isAgreed || (turn.Said.Intent == Intent.Confirm && turn.Said.IsSure(Sure)))
        {
            await RunAsync(context, act, wish, cancellationToken);
            return false;
        }
        var corrected = act.Read(turn, wish);
        if (corrected == wish)
            corrected = Aside.Of(turn) is { } remark && act.Remark(wish, remark) is { } remarked ? remarked : wish;
        return corrected == wish ? await AgainAsync(context, turn, cancellationToken) : await KeepAsync(context, act, corrected, cancellationToken);
    }

    private async Task RunAsync(ITurnContext context, IAct act, Wish wish, CancellationToken cancellationToken)
    {
        var done = await act.RunAsync(Turn.Of(context), wish, cancellationToken);
        var all = await memory.ReadAsync<List<Done>>(context, Undoable, cancellationToken) ?? [];
        // The text of a notice, or a whole file, is not needed to take it back.
        var kept = wish with { Text = null, Asking = null };
        await memory.KeepAsync(context, Undoable, all.Append(new Done(kept, done.Undo)).TakeLast(MostDone).ToList(), cancellationToken);
        if (act.IsForOneUnit)
            await memory.KeepAsync(context, Latest, kept, cancellationToken);
        else
            await TurnAwayAsync(context, cancellationToken);
        await Turn.SendAsync(context, done.Reply, cancellationToken);
    }

    private async Task<bool> KeepAsync(ITurnContext context, IAct act, Wish wish, CancellationToken cancellationToken)
    {
        var step = await act.NextAsync(Turn.Of(context), wish, cancellationToken);
        if (step is ActStep.Refused refused)
        {
            await Turn.SendAsync(context, refused.Reason, cancellationToken);
            return false;
        }
        await memory.KeepAsync(context, Remembered, wish with { Asking = (step as ActStep.Ask)?.Part }, cancellationToken);
        return true;
    }

    /// <summary>The turn with the day and the moment that its words name.</summary>
    /// <param name="isOpen">Of what is said about an open wish (15号太晚了，13号吧), the last day counts.</param>
    private async Task<Turn> DatedAsync(ITurnContext context, CancellationToken cancellationToken, bool isOpen = false)
    {
        var turn = Turn.Of(context);
        var last = isOpen ? turn.Said.Raw.Split(',', '，', '。', ';', '；').Reverse().Select(clause => DateWords.Find(Spelling.Plain(clause))?.Mention).FirstOrDefault(found => found is not null) : null;
        if ((last ?? turn.Said.When) is not { } when || turn.Plans.Count == 0)
            return turn;
        var (calendar, zone) = (await currentCalendar.ReadAsync(cancellationToken), turn.Plans[0].Zone);
        var now = TimeZoneInfo.ConvertTime(turn.Plans[0].Now, zone).DateTime;
        var moment = when.MomentIn(now, calendar);
        return turn with
        {
            NamedDay = when.DayIn(DateOnly.FromDateTime(now), calendar),
            NamedMoment = moment is { } at ? new CivilTime(zone).At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)) : null,
        };
    }

    private static async Task<bool> AgainAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken)
    {
        await Turn.SendAsync(context, ReportTexts.NotAnAnswer(turn.Language), cancellationToken);
        return true;
    }

    /// <summary>Worded anew each time: what was true when the wish was said may have changed, and so may the language.</summary>
    private async Task<Reply?> OpenQuestionAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        if (await memory.ReadAsync<Wish>(context, Remembered, cancellationToken) is not { } wish || acts.FirstOrDefault(act => act.Name == wish.Act) is not { } act)
            return null;
        return await act.NextAsync(Turn.Of(context), wish with { Asking = null }, cancellationToken) switch
        {
            ActStep.Ask ask => ask.Question,
            ActStep.Ready ready => ActCard.Add(ready.Preview, SubjectOf(wish, ready.Preview), Turn.Of(context).Language),
            ActStep.Refused refused => refused.Reason,
            _ => null,
        };
    }

    /// <summary>A wish that was corrected, or whose facts have changed, is another: a button under what was shown before does not confirm it.</summary>
    private static CardSubject SubjectOf(Wish wish, Reply preview) => new(CardSubjectKind.Act, $"{wish.Act}/{CardMark.Of($"{wish.Id}", preview.Text)}");

    [System.Text.RegularExpressions.GeneratedRegex("全部|所有|都|everything|all")]
    private static partial System.Text.RegularExpressions.Regex AllOfIt();

    /// <param name="Undo">Null when it cannot be taken back.</param>
    private sealed record Done(Wish Wish, string? Undo);
}

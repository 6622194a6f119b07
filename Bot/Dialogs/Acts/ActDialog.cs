using Microsoft.Bot.Builder;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Cards;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>Leads through any act: asks for what is missing, shows what will change, does it on confirmation, and remembers how to take it back.</summary>
public sealed partial class ActDialog : QuestionDialog<Wish>
{
    private const string Latest = "latest-act";

    /// <summary>Beginning to say something else is no answer: such words are asked about before they are taken for a name or a reason.</summary>
    private const double Sure = 0.7;

    private const double SureEnoughInstead = 0.55;

    /// <summary>Enough for words that follow others which were no answer.</summary>
    private const double Faint = 0.35;

    private readonly IReadOnlyList<IAct> acts;
    private readonly Memory memory;
    private readonly Agenda agenda;
    private readonly ActDays days;
    private readonly FocusMemory focus;
    private readonly TakeBack takeBack;
    private readonly DoneActs done;
    private readonly Claims claims;

    public ActDialog(IEnumerable<IAct> acts, Memory memory, Agenda agenda, CurrentCalendar currentCalendar, FocusMemory focus, TakeBack takeBack, DoneActs done)
        : base(nameof(ActDialog), "act", memory)
    {
        (this.acts, this.memory, this.agenda, days, this.focus, this.takeBack, this.done) = ([.. acts], memory, agenda, new(currentCalendar), focus, takeBack, done);
        claims = new(this.acts);
    }

    /// <summary>The act that these words wish for; null when none.</summary>
    public IAct? Meant(Turn turn) => claims.Meant(turn);

    /// <summary>Reads the wish; the dialog is to be begun when it leaves something to be answered.</summary>
    public async Task<bool> PrepareAsync(ITurnContext context, IAct act, CancellationToken cancellationToken)
    {
        var turn = await DatedAsync(context, cancellationToken);
        var wish = act.Read(turn, new() { Act = act.Name, Id = Guid.CreateVersion7(), Words = turn.Said.Raw }) with { Besides = BesidesOf(context, turn) };
        return await KeepAsync(context, await NextAsync(context, act, wish, cancellationToken), cancellationToken);
    }

    /// <summary>Asked on an earlier day, and this is no answer to it: it is let go.</summary>
    public async Task<bool> IsStaleAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = await DatedAsync(context, cancellationToken, isOpen: true);
        if (await OpenAsync(context, cancellationToken) is not { AskedOn: { } day } open || day == TodayOf(turn) || acts.FirstOrDefault(one => one.Name == open.Act) is not { } act
            || turn.Said.Intent is Intent.Confirm or Intent.No or Intent.Cancel or Intent.Undo or Intent.KeepDraft)
            return false;
        return open.Asking is not { } part ? act.Read(turn, open) == open
            : Claims.IsFree(open) ? turn.Said.IsSure(SureEnoughInstead) && turn.Said.LikeReport < 0.3 : act.Answer(turn, open, part, turn.Said.Raw) is null;
    }

    /// <summary>再催一遍 right after an urging means those who were urged; 再催一遍没报的 says whom it means.</summary>
    private static bool IsOnceMore(Understood said) => said is { Intent: Intent.Urge, Units.Count: 0, AllTasks: false } && Claims.Has(said, "Again") && said.Evidence.All(evidence => evidence.Idea is not ("NotReported" or "Overdue" or "Who" or "Complete"));

    /// <summary>The unit that the open act is about; null when it is about none.</summary>
    public async Task<Guid?> OpenUnitAsync(ITurnContext context, CancellationToken cancellationToken) => (await OpenAsync(context, cancellationToken))?.UnitId;

    /// <summary>Something else was spoken of: 也给商务局 no longer means the last act.</summary>
    public Task TurnAwayAsync(ITurnContext context, CancellationToken cancellationToken) => memory.ForgetAsync(context, Latest, cancellationToken);

    /// <summary>A report that is told while a request waits for its day, its tasks or a yes: it is no part of the request.</summary>
    public async Task<bool> IsLeftForReportAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken) =>
        await OpenAsync(context, cancellationToken) is { } open && acts.FirstOrDefault(one => one.Name == open.Act) is { IsRequest: true } && open.Asking is null or "day" or "tasks" or "reason" && Routing.IsToldReport(turn, isSure: open.Asking is not "reason");

    /// <summary>Whether the words wish for something else than what is open: another act, or the same about another unit.</summary>
    public async Task<bool> IsLeftAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken) =>
        await OpenAsync(context, cancellationToken) is { } open && claims.IsLeft(turn, open);

    /// <summary>Whether the words belong to what is open, whatever they would mean alone.</summary>
    public async Task<bool> ClaimsAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken) =>
        await OpenAsync(context, cancellationToken) is { } open && claims.Belongs(turn, await DatedAsync(context, cancellationToken, isOpen: true), open);

    /// <inheritdoc cref="Claims.NamesRule"/>
    public async Task<bool> NamesRuleAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken) => await OpenAsync(context, cancellationToken) is { } open && Claims.NamesRule(turn, open);

    /// <summary>他们一共几项, asked at a preview: of the unit that it shows.</summary>
    public async Task<Turn> RefersToOpenAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Said.Units.Count > 0 || await OpenAsync(context, cancellationToken) is not { UnitId: { } id, MoreUnits.Count: 0 } || turn.Plans.SelectMany(view => view.Units).FirstOrDefault(unit => unit.Id == id) is not { } its)
            return turn;
        turn = turn with { Said = turn.Said with { Units = [new([its], its.Name)] } };
        context.TurnState.Set(turn);
        return turn;
    }

    /// <summary>算了，通过吧 names neither unit nor task: those of what was open are meant.</summary>
    public async Task<Turn> HandOnAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken)
    {
        var said = turn.Said;
        if (said.Units.Count > 0 || said.Intent is not (Intent.Return or Intent.Accept or Intent.Waive or Intent.Extend) || await OpenAsync(context, cancellationToken) is not { UnitId: { } id } open
            || turn.Plans.SelectMany(view => view.Units).FirstOrDefault(unit => unit.Id == id) is not { } unit)
            return turn;
        turn = turn with { Said = said with { Units = [new([unit], unit.Name)], Tasks = said.Tasks.Count > 0 || said.AllTasks ? said.Tasks : open.Tasks } };
        context.TurnState.Set(turn);
        return turn;
    }

    /// <summary>Whether what is open is a question that any words may answer: a reason, a name, a text.</summary>
    public async Task<bool> IsFreeAsync(ITurnContext context, CancellationToken cancellationToken) => await OpenAsync(context, cancellationToken) is { } wish && Claims.IsFree(wish);

    protected override async Task<Answered<Wish>> AnswerAsync(ITurnContext context, Wish open, string said, CancellationToken cancellationToken)
    {
        if (acts.FirstOrDefault(act => act.Name == open.Act) is not { } act)
            return new(null);
        if (claims.IsReadByAct(Turn.Of(context), open))
            return act.Corrected(Turn.Of(context), open) is { } read ? new(await NextAsync(context, act, read, cancellationToken)) : await CancelAsync(context, Turn.Of(context), cancellationToken);
        // ok but only commerce: what follows is what is wanted, and the yes is none.
        if (open.Asking is null && AtPreview.Reservation(Turn.Of(context).Said) is { } reservation)
            context.TurnState.Set(Turn.Of(context) with { Said = Understand.Utterance(reservation, [.. Turn.Of(context).Plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id)], speaker: Turn.Of(context).Asker.Speaker) });
        var turn = await DatedAsync(context, cancellationToken, isOpen: true);
        if (open.Asking is null && act.IsRequest && AtPreview.AgreesInParting(turn.Said))
        {
            await RunAsync(context, act, open, cancellationToken);
            return new(null);
        }
        if (AtPreview.IsCourtesy(turn.Said) && !act.IsAgreed(turn.Said))
        {
            await Turn.SendAsync(context, CommonTexts.YouAreWelcome(turn.Language), cancellationToken);
            return new(open);
        }
        // yes, staff shortage: a yes, and the reason.
        if (open.Asking is null && AtPreview.YesAnd(turn.Said.Raw) is { } besideYes && Aside.Of(turn with { Said = Understand.Utterance(besideYes, [.. turn.Plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id)], speaker: turn.Asker.Speaker) }) is { } why && act.Remark(open, why) is { } reasoned)
            return await AgreedAsync(context, act, reasoned, cancellationToken);
        // 嗯撤了吧 at a withdrawal is a yes, not a wish to take back what is not yet done.
        if (open.Asking is null && act.IsAgreed(turn.Said) && act.Read(turn, open) == open)
            return await AgreedAsync(context, act, open, cancellationToken);
        if (open.Asking is null && await AtPreviewAsync(context, turn, act, open, cancellationToken) is { } settled)
            return settled;
        // 还是别改了, asked which step: none.
        if (open.Asking is not null && !Claims.IsFree(open) && AtPreview.Drops(turn.Said))
            return await CancelAsync(context, turn, cancellationToken);
        // 不对，下周二 corrects what it names; 不 alone ends it.
        var isDeclined = open.Asking is null && turn.Said.Intent is Intent.No or Intent.KeepDraft && turn.Said.IsSure(Sure) && act.Read(turn, open) == open;
        // What is not yet done is taken back by not doing it.
        // 展会都取消了, asked for a reason, gives one.
        if (isDeclined || (turn.Said.Intent is Intent.Cancel or Intent.Undo && turn.Said.IsSure(Sure) && !(open.Asking is "reason" && AtPreview.TellsOfCancelled(turn.Said))))
            return await CancelAsync(context, turn, cancellationToken);
        // 好的，退回吧: a yes that names the open act again.
        var isAgreed = open.Asking is null && act.IsMeant(turn.Said.Intent, turn.Asker) && !turn.Said.IsQuestion && turn.Said.Evidence.Any(evidence => evidence.Idea == nameof(Intent.Confirm)) && act.Read(turn, open) == open;
        if (isAgreed || (open.Asking is null && turn.Said.Intent == Intent.Confirm && turn.Said.IsSure(Sure)))
            return await AgreedAsync(context, act, open, cancellationToken);
        var answered = open.Asking is { } part ? SaidAgain(turn, act, open) ?? act.Answer(turn, open, part, said) : act.Read(turn, open);
        if (open.Asking is null && answered == open)
            answered = Aside.Of(turn) is { } remark && act.Remark(open, remark) is { } remarked ? remarked : open;
        return answered is null || (open.Asking is null && answered == open) ? new(open with { HasUnread = open.Asking is null && (open.HasUnread || Unread(turn, act, said)) }, IsUnderstood: false) : new(await NextAsync(context, act, answered with { Asking = null, HasUnread = false }, cancellationToken));
    }

    /// <summary>Long enough to have been a correction, and it names a unit, a task or a day.</summary>
    private static bool Unread(Turn turn, IAct act, string said) => said.Count(char.IsLetterOrDigit) >= FewestUnread && (act is BroadcastAct || NamesSomething(turn.Said));

    private static bool NamesSomething(Understood said) => said.Units.Count > 0 || said.Tasks.Count > 0 || said.When is not null || said.Days is not null || said.UnknownName is not null || UnitsMeant.LeavesOut(said.Plain);

    private const int FewestUnread = 4;

    /// <summary>Done, unless something was said that may have been a correction: then it is shown once more.</summary>
    private async Task<Answered<Wish>> AgreedAsync(ITurnContext context, IAct act, Wish open, CancellationToken cancellationToken)
    {
        if (open.HasUnread)
        {
            var language = Turn.Of(context).Language;
            await Turn.SendAsync(context, act is UrgeAct ? ActTexts.StillToAll(language) : act is BroadcastAct ? ActTexts.StillUnchanged(language) : ActTexts.StillAsShown(language), cancellationToken);
            return new(open with { HasUnread = false });
        }
        await RunAsync(context, act, open, cancellationToken);
        return new(null);
    }

    /// <returns>Null when the words are none that only a preview gives their meaning.</returns>
    private async Task<Answered<Wish>?> AtPreviewAsync(ITurnContext context, Turn turn, IAct act, Wish open, CancellationToken cancellationToken)
    {
        if (BesideCorrected(turn, open) is { } beside)
            return new(beside);
        if (AtPreview.Agrees(turn.Said, Claims.KindOf(open)) || (act.IsRequest && AtPreview.AgreesToAll(turn.Said, open.Tasks.Count)))
            return await AgreedAsync(context, act, open, cancellationToken);
        if (AtPreview.Drops(turn.Said))
            return await CancelAsync(context, turn, cancellationToken);
        if (AtPreview.AsksWhetherDone(turn.Said, Claims.UnitsOf(open), act.Name))
        {
            await Turn.SendAsync(context, ActTexts.NotYet(turn.Language), cancellationToken);
            return new(open);
        }
        if (act.Name is "urge" or "broadcast" && AtPreview.WantsNow(turn.Said))
            return await AgreedAsync(context, act, open with { AtThisHour = true }, cancellationToken);
        if (AtPreview.AsksWhetherNow(turn.Said) && act.Name is "urge" or "broadcast")
        {
            await Turn.SendAsync(context, ActTexts.NowOnConfirmation(turn.Language), cancellationToken);
            return new(open) { IsAside = true };
        }
        if (act is ProblemAct && AtPreview.AsksWhoRemembers(turn.Said))
        {
            await Turn.SendAsync(context, HowTexts.ProblemsFollowed(turn.Language), cancellationToken);
            return new(open) { IsAside = true };
        }
        if (AtPreview.AsksForWords(turn.Said) && await act.WordsAsync(turn, open, cancellationToken) is { } words)
        {
            await Turn.SendAsync(context, new(words), cancellationToken);
            return new(open);
        }
        if (claims.WishesForAnother(turn, act))
            return null;
        if (act.Corrected(turn, open) is not { } corrected)
            return await CancelAsync(context, turn, cancellationToken);
        return corrected != open ? new(await NextAsync(context, act, corrected, cancellationToken)) : AtPreview.Asks(turn.Said) ? new(open) : null;
    }

    private async Task<Answered<Wish>> CancelAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Said.AllTasks || AllOfIt().IsMatch(turn.Said.Plain))
            await agenda.ForgetAsync(context, cancellationToken);
        // 他们现在什么状态, right afterwards, is asked of the unit that it was about.
        if (await OpenUnitAsync(context, cancellationToken) is { } unit && turn.Asker.Sees(Ability.SeeOverview))
            await focus.TurnToAsync(context, unit, cancellationToken);
        await Turn.SendAsync(context, ActTexts.Cancelled(turn.Language), cancellationToken);
        return new(null);
    }

    /// <summary>能不能延到15号, while a reason is asked for: the wish itself, with another day.</summary>
    private Wish? SaidAgain(Turn turn, IAct act, Wish wish) =>
        Meant(turn) == act && turn.Said.IsSure(Sure) && (turn.NamedDay is not null || turn.Said.Days is not null) && act.Read(turn, wish) is var again && again != wish ? again : null;

    private async Task RunAsync(ITurnContext context, IAct act, Wish wish, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(context);
        var done = await act.RunAsync(turn, wish, cancellationToken);
        // The text of a notice, or a whole file, is not needed to take it back.
        var kept = wish with { Text = null, Words = null, Asking = null, UnitId = wish.UnitId ?? done.UnitId };
        await this.done.AddAsync(context, new(kept, done.Undo) { Told = DoneAct.Shortened(done.Reply.Text), At = turn.Plans.Count > 0 ? turn.Plans[0].Now : null }, cancellationToken);
        if (wish is { Replaces: { } replaced, Text: not null } && (await this.done.ReadAsync(context, cancellationToken)).Find(one => one.Wish.Id == replaced) is { } before)
            await this.done.ForgetAsync(context, before, cancellationToken);
        if (act.IsForOneUnit)
            await memory.KeepAsync(context, Latest, kept, cancellationToken);
        else
            await TurnAwayAsync(context, cancellationToken);
        if ((done.UnitId ?? wish.UnitId) is { } unit && turn.Asker.Sees(Ability.SeeOverview) && !ManyReports.Are(wish))
            await focus.TurnToAsync(context, unit, cancellationToken);
        if (act is ProblemAct && await focus.ReadAsync(context, cancellationToken) is { } spokenOf)
            await focus.KeepAsync(context, spokenOf with { Intent = Intent.Problems }, cancellationToken);
        await Turn.SendAsync(context, done.Reply, cancellationToken);
        foreach (var beside in wish.Besides)
        {
            if (acts.FirstOrDefault(one => one.Name == beside.Act) is { } other)
                await RunAsync(context, other, beside, cancellationToken);
        }
    }

    private static DateOnly? TodayOf(Turn turn) => turn.Plans.Count > 0 ? Texts.Days.DayOf(turn.Plans[0].Now, turn.Plans[0].Zone) : null;

    /// <returns>The wish with what it is asked for; null when it was done at once or refused, and that was said.</returns>
    private async Task<Wish?> NextAsync(ITurnContext context, IAct act, Wish wish, CancellationToken cancellationToken)
    {
        var step = await act.NextAsync(Turn.Of(context), wish, cancellationToken);
        if (step is ActStep.Ready && act.IsDoneAtOnce)
        {
            await RunAsync(context, act, wish, cancellationToken);
            return null;
        }
        if (step is not ActStep.Refused refused)
            return wish with { Asking = (step as ActStep.Ask)?.Part, AskedOn = TodayOf(Turn.Of(context)) };
        await Turn.SendAsync(context, refused.Reason, cancellationToken);
        return null;
    }

    private Task<Turn> DatedAsync(ITurnContext context, CancellationToken cancellationToken, bool isOpen = false) => days.NamedInAsync(Turn.Of(context), isOpen, cancellationToken);

    /// <summary>Worded anew each time: what was true when the wish was said may have changed, and so may the language.</summary>
    protected override async Task<Reply?> AskAsync(ITurnContext context, Wish open, CancellationToken cancellationToken)
    {
        if (acts.FirstOrDefault(act => act.Name == open.Act) is not { } act)
            return null;
        return await act.NextAsync(Turn.Of(context), open with { Asking = null }, cancellationToken) switch
        {
            ActStep.Ask ask => ask.Question,
            ActStep.Ready ready => await WithBesidesAsync(context, open, ready.Preview, cancellationToken) is var preview ? ActCard.Add(preview, SubjectOf(open, preview), Turn.Of(context).Language) : null,
            ActStep.Refused refused => refused.Reason,
            _ => null,
        };
    }

    protected override async Task<Reply> CompletedAsync(ITurnContext context, Wish open, Reply question, CancellationToken cancellationToken) =>
        acts.FirstOrDefault(act => act.Name == open.Act) is { } act ? await act.CompletedAsync(Turn.Of(context), open, question, cancellationToken) : question;

    /// <summary>A wish that was corrected, or whose facts have changed, is another: a button under what was shown before does not confirm it.</summary>
    private static CardSubject SubjectOf(Wish wish, Reply preview) => new(CardSubjectKind.Act, $"{wish.Act}/{CardMark.Of($"{wish.Id}", preview.Text)}");

    [System.Text.RegularExpressions.GeneratedRegex("全部|所有|都|everything|all")]
    private static partial System.Text.RegularExpressions.Regex AllOfIt();
}

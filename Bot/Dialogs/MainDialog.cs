using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Acts;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Cards;
using PlanBot.Dialogs.Reporting;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs;

/// <summary>The root of every conversation: answers what can be answered at once, begins what takes several turns, and lets people ask something else half-way.</summary>
public sealed partial class MainDialog : ComponentDialog
{
    private const string ChoicesName = "choices";
    private const string LastName = "last-said";
    private readonly ReportDialog report;
    private readonly ActDialog acts;
    private readonly EvidenceDesk evidenceDesk;
    private readonly FileTurns files;
    private readonly TakeOver takeOver;
    private readonly Answerer answerer;
    private readonly Memory memory;
    private readonly FocusMemory focus;
    private readonly Agenda agenda;
    private readonly WishesOfMessage wishes;
    private readonly YesToNothing yes;
    private readonly Those those;
    private readonly TaskMeant tasks;
    private readonly ReadOnAnswers readOn;
    private readonly Narrowing narrowing;
    private readonly IPersonRepository people;
    private readonly CardPresses presses;
    private readonly TimeProvider clock;
    private readonly SpokenOf spoken;

    public MainDialog(
        ReportDialog report, ActDialog acts, EvidenceDialog evidence, EvidenceDesk evidenceDesk, SentFiles sentFiles, Answerer answerer, Memory memory, FocusMemory focus, Agenda agenda, IPersonRepository people, CardPresses presses,
        Those those, TaskMeant tasks, ReadOnAnswers readOn, Narrowing narrowing, TimeProvider clock)
        : base(nameof(MainDialog))
    {
        (this.report, this.acts, this.evidenceDesk, this.answerer, this.memory, this.agenda) = (report, acts, evidenceDesk, answerer, memory, agenda);
        (this.focus, this.people, this.presses, this.those, this.tasks, this.readOn, this.narrowing, this.clock) = (focus, people, presses, those, tasks, readOn, narrowing, clock);
        (spoken, files, takeOver, wishes, yes) = (new(memory, clock), new(report, evidence, evidenceDesk, sentFiles), new(report, acts, evidence, evidenceDesk), new(acts, agenda), new(report));
        AddDialog(new WaterfallDialog("route", [RouteAsync, GoOnAsync]));
        AddDialog(report);
        AddDialog(acts);
        AddDialog(evidence);
    }

    protected override async Task<DialogTurnResult> OnBeginDialogAsync(DialogContext innerDc, object options, CancellationToken cancellationToken = default) =>
        await TakePressAsync(innerDc, Turn.Of(innerDc.Context), cancellationToken) ? await base.OnBeginDialogAsync(innerDc, options, cancellationToken) : new DialogTurnResult(DialogTurnStatus.Complete);

    /// <summary>Something is open. A question is answered and then the open one is asked again; a form that was sent in, or another command, takes over.</summary>
    protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
    {
        var turn = await InFullAsync(innerDc.Context, Turn.Of(innerDc.Context), isFree: false, cancellationToken);
        if (!await TakePressAsync(innerDc, turn, cancellationToken))
        {
            await innerDc.RepromptDialogAsync(cancellationToken);
            return EndOfTurn;
        }
        if (FileTurns.Came(turn))
        {
            if (await files.TakeBesideAsync(innerDc, turn, cancellationToken))
            {
                await innerDc.RepromptDialogAsync(cancellationToken);
                return EndOfTurn;
            }
            await takeOver.LeaveAsync(innerDc, turn, cancellationToken);
            await innerDc.CancelAllDialogsAsync(cancellationToken);
            return await innerDc.BeginDialogAsync("route", null, cancellationToken);
        }
        if (Routing.IsOrderToProgram(turn.Said) && !Routing.IsLabelledReport(turn))
        {
            await Turn.SendAsync(innerDc.Context, CommonTexts.NoOrders(turn.Asker.Person, turn.Language), cancellationToken);
            await innerDc.RepromptDialogAsync(cancellationToken);
            return EndOfTurn;
        }
        var isActing = innerDc.ActiveDialog?.Id == nameof(ActDialog);
        if (isActing && turn.Press is null && BesideReport.FollowsYes(turn.Said.Raw))
            turn = await wishes.PutAsideAsync(innerDc.Context, turn, cancellationToken);
        if (isActing && turn.Press is null && await acts.IsLeftForReportAsync(innerDc.Context, turn, cancellationToken))
        {
            await takeOver.LeaveAsync(innerDc, turn, cancellationToken);
            await innerDc.CancelAllDialogsAsync(cancellationToken);
            return await innerDc.BeginDialogAsync("route", null, cancellationToken);
        }
        if (isActing && turn.Press is null)
            turn = await PointedAtAsync(innerDc.Context, turn, cancellationToken);
        if (isActing && await acts.ClaimsAsync(innerDc.Context, turn, cancellationToken) && !Routing.IsLabelledReport(turn))
            return await base.OnContinueDialogAsync(innerDc, cancellationToken);
        if (isActing && turn.Press is null && await acts.IsStaleAsync(innerDc.Context, cancellationToken))
        {
            await takeOver.LeaveAsync(innerDc, turn, cancellationToken);
            await innerDc.CancelAllDialogsAsync(cancellationToken);
            return await innerDc.BeginDialogAsync("route", null, cancellationToken);
        }
        if (IsReporting(innerDc) && turn.Press is null && SummaryYes.BeforeMore(turn.Said.Raw) is var (yesFirst, more) && await report.FormAsync(innerDc.Context, cancellationToken) is { Missing: null } shown)
            turn = await wishes.TellAfterwardsAsync(innerDc.Context, turn, shown, yesFirst, more, cancellationToken);
        if (IsReporting(innerDc) && turn.Press is null && await report.ClaimsAsync(innerDc.Context, turn.Said.Raw, cancellationToken))
            return await base.OnContinueDialogAsync(innerDc, cancellationToken);
        if (IsReporting(innerDc) && turn.Press is null && SummaryYes.BeforeQuestion(turn.Said.Raw) is var (yesNow, question) && await report.FormAsync(innerDc.Context, cancellationToken) is { Missing: null })
            turn = await wishes.AskAfterwardsAsync(innerDc.Context, turn, yesNow, question, cancellationToken);
        if (IsReporting(innerDc) && await report.FormAsync(innerDc.Context, cancellationToken) is { Missing.Kind: FormQuestionKind.Section })
            turn = await WithoutAsidesAsync(innerDc, turn, cancellationToken);
        if (isActing)
            turn = await wishes.PutAsideAsync(innerDc.Context, turn, cancellationToken);
        if (isActing && turn.Press is null && !Routing.IsLabelledReport(turn) && await acts.GivesUpAsync(innerDc.Context, cancellationToken))
        {
            await takeOver.LeaveAsync(innerDc, turn, cancellationToken);
            await innerDc.CancelAllDialogsAsync(cancellationToken);
            return await innerDc.BeginDialogAsync("route", null, cancellationToken);
        }
        if (CardReport.Read(innerDc.Context.Activity.Value) is not null || await takeOver.TakesOverAsync(innerDc, turn, cancellationToken))
        {
            if (isActing)
                await acts.HandOnAsync(innerDc.Context, turn, cancellationToken);
            else
                await GoOnAfterwardsAsync(innerDc.Context, turn, cancellationToken);
            await innerDc.CancelAllDialogsAsync(cancellationToken);
            return await innerDc.BeginDialogAsync("route", null, cancellationToken);
        }
        if (IsReporting(innerDc) && EvidenceDesk.IsAskedAtOnce(turn.Said))
        {
            await Turn.SendAsync(innerDc.Context, await evidenceDesk.AnswerAsync(turn, cancellationToken), cancellationToken);
            await innerDc.RepromptDialogAsync(cancellationToken);
            return EndOfTurn;
        }
        if (IsReporting(innerDc) && turn is { Press.About.Kind: CardSubjectKind.Reminder, Said.Intent: Intent.StartReport })
        {
            await innerDc.RepromptDialogAsync(cancellationToken);
            return EndOfTurn;
        }
        if (isActing && turn.Said.Intent == Intent.WhatWasDone && Routing.IsInterruption(turn.Said with { IsByExample = false }) && turn.Asker.Sees(Ability.RunPlan))
        {
            await acts.TellDoneAsync(innerDc.Context, await agenda.WaitingAsync(innerDc.Context, cancellationToken), cancellationToken);
            await innerDc.RepromptDialogAsync(cancellationToken);
            return EndOfTurn;
        }
        // 都没有问题 answers the question about problems; it does not ask which there are.
        var isNothing = IsReporting(innerDc) && (NothingToSay.Matches(turn.Said.Raw) || NothingToSay.Named(turn.Said.Raw) is not null || NotAText.AsksWhatBelongs(turn.Said) || NotAText.PutsOff(turn.Said) || NotAText.AsksForDraft(turn.Said) || NotAText.OtherSection(turn.Said) is not null);
        // make it due next Wednesday corrects the day of what is open.
        var names = isActing && (turn.Said is { Intent: Intent.DueDate, When: not null, EndsAsQuestion: false } || Aside.TellsOfLack(turn.Said) || await acts.NamesRuleAsync(innerDc.Context, turn, cancellationToken));
        if (isActing && !names && turn.Said.Refers != Reference.None && Routing.IsInterruption(turn.Said))
            turn = await acts.RefersToOpenAsync(innerDc.Context, turn, cancellationToken);
        if (innerDc.ActiveDialog is not null && !isNothing && !names && ((IsReporting(innerDc) ? Routing.InterruptsReport(turn.Said) : Routing.IsInterruption(turn.Said)) || turn.Press is { About.Kind: CardSubjectKind.Page or CardSubjectKind.Question }) && await AnswerAsync(innerDc, turn, cancellationToken))
        {
            if (isActing)
                await acts.PassedOverAsync(innerDc.Context, cancellationToken);
            await innerDc.RepromptDialogAsync(cancellationToken);
            return EndOfTurn;
        }
        return await base.OnContinueDialogAsync(innerDc, cancellationToken);
    }

    /// <summary>A pressed button is what it says, as long as what it is about still holds; else it is said to be out of date, and that is all.</summary>
    private async Task<bool> TakePressAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Press is not { } press)
            return true;
        var open = dc.ActiveDialog?.Id switch
        {
            nameof(ActDialog) => await acts.OpenSubjectAsync(dc.Context, cancellationToken),
            nameof(ReportDialog) => await report.OpenSubjectAsync(dc.Context, cancellationToken),
            _ => null,
        };
        if (await presses.OutdatedAsync(turn, press, open, dc.ActiveDialog is not null, cancellationToken) is { } outdated)
        {
            await Turn.TellPresserAsync(dc.Context, outdated, cancellationToken);
            return false;
        }
        if (press.About.Kind == CardSubjectKind.Page && ListPage.Read(press.About.Id) is { } page)
            await focus.KeepAsync(dc.Context, page.FocusAt(clock.GetUtcNow()), cancellationToken);
        return true;
    }

    private async Task<DialogTurnResult> RouteAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = await CompleteAsync(step.Context, cancellationToken);
        if (step.Options is null && (await acts.AddReasonAsync(step.Context, cancellationToken) || await acts.IsUndoneAlreadyAsync(step.Context, cancellationToken) || await acts.IsTakenBackAsync(step.Context, cancellationToken)))
            return await step.EndDialogAsync(null, cancellationToken);
        if (step.Options is null)
            turn = await WithoutAsidesAsync(step, await wishes.FirstAsync(step.Context, turn, await focus.ReadAsync(step.Context, cancellationToken), cancellationToken), cancellationToken);
        if (CardReport.Read(step.Context.Activity.Value) is { } card)
            return await report.BeginAsync(step, steps => steps.BeginAsync(turn, card, cancellationToken), cancellationToken);
        if (FileTurns.Came(turn))
            return await files.TakeAsync(step, turn, cancellationToken);
        if (Routing.IsOrderToProgram(turn.Said) && !Routing.IsLabelledReport(turn))
        {
            await Turn.SendAsync(step.Context, CommonTexts.NoOrders(turn.Asker.Person, turn.Language), cancellationToken);
            return await step.NextAsync(null, cancellationToken);
        }
        if (EvidenceDesk.IsAsked(turn.Said))
        {
            await Turn.SendAsync(step.Context, await evidenceDesk.AnswerAsync(turn, cancellationToken), cancellationToken);
            return await step.EndDialogAsync(null, cancellationToken);
        }
        if (turn.Said.Intent == Intent.Explain && turn.Asker.Sees(Ability.RunPlan))
            return await ExplainAsync(step, turn, cancellationToken);
        if ((await acts.ChangeDoneAsync(step.Context, cancellationToken) ?? await acts.GiveAnotherDayAsync(step.Context, cancellationToken) ?? await acts.PrepareLikewiseAsync(step.Context, cancellationToken)) is { } isOpen)
            return isOpen ? await step.BeginDialogAsync(acts.Id, null, cancellationToken) : await step.NextAsync(null, cancellationToken);
        turn = await yes.MeantAsync(step.Context, turn, cancellationToken);
        // 把刚才那个收回来, when nothing was done that could be undone: what a contact has sent is a report.
        if (turn.Said.Intent == Intent.Undo && Permissions.ReportsFor(turn.Asker.Person).Any() && !turn.Asker.Sees(Ability.RunPlan) && !await acts.HasDoneAsync(step.Context, cancellationToken))
            turn = turn with { Said = turn.Said with { Intent = Intent.Withdraw } };
        if (await readOn.AnswerAsync(turn, await focus.ReadAsync(step.Context, cancellationToken), cancellationToken) is { } readAgain)
        {
            await Turn.SendAsync(step.Context, readAgain, cancellationToken);
            return await step.NextAsync(null, cancellationToken);
        }
        turn = await WhatWasDroppedAsync(step.Context, turn, cancellationToken);
        var route = Routing.Of(turn);
        if (await OfPlanToComeAsync(step.Context, turn, route, cancellationToken))
            return await step.NextAsync(null, cancellationToken);
        if (route is not Route.Report && await AskWhichPlanAsync(step.Context, turn, route, cancellationToken))
            return await step.NextAsync(null, cancellationToken);
        switch (route)
        {
            case Route.Report wanted:
                await focus.ForgetAsync(step.Context, cancellationToken);
                if (wanted.Kind == ReportRequestKind.Nil && NilWords.OthersHaveSomething(turn.Said.Raw))
                    await agenda.AddAsync(step.Context, [new Waiting(turn.Language.In("立即填报", "Report now"))], cancellationToken);
                var begun = await report.BeginAsync(step, steps => steps.BeginAsync(turn, new ReportRequest(wanted.Kind, turn.Said.Raw), cancellationToken), cancellationToken);
                // A period that has closed was spoken of: 当时报的 is what was filed for it.
                if (step.Context.TurnState.Get<Reply>() is { Period: { } spokenOf })
                    await focus.KeepAsync(step.Context, new Focus { Intent = Intent.MyReport, Periods = [PeriodMention.Of(spokenOf)], At = clock.GetUtcNow() }, cancellationToken);
                return begun;
            case Route.Urge or Route.Answer when acts.Meant(turn) is { } act:
                return await acts.PrepareAsync(step.Context, act, cancellationToken) ? await step.BeginDialogAsync(acts.Id, null, cancellationToken) : await step.NextAsync(null, cancellationToken);
            case Route.Urge:
                await Turn.SendAsync(step.Context, await ForCoordinatorsAsync(turn, cancellationToken), cancellationToken);
                break;
            // Who reports for no unit has nothing to withdraw: 撤回 takes back what was just done.
            case Route.Answer when turn.Said.Intent == Intent.Undo && turn.Asker.Person.IsLeader && !turn.Asker.Sees(Ability.RunPlan) && !Permissions.ReportsFor(turn.Asker.Person).Any():
                await Turn.SendAsync(step.Context, await ForCoordinatorsAsync(turn, cancellationToken), cancellationToken);
                break;
            case Route.Answer when turn.Said.Intent == Intent.Undo || (turn.Said.Intent == Intent.Withdraw && turn.Asker.Sees(Ability.RunPlan)):
                await acts.UndoAsync(step.Context, cancellationToken);
                break;
            case Route.WhatToChange when turn.Plans.Count > 0 && Permissions.ReportsFor(turn.Asker.Person).Any():
                await Turn.SendAsync(
                    step.Context, ClosedPeriod.Refusal(turn, new(ReportRequestKind.Correction, turn.Said.Raw)) ?? ReportTexts.WhichSection(turn.Plans[0].Plan.Reporting.Sections, turn.Language), cancellationToken);
                break;
            case Route.Answer when turn.Said.Intent == Intent.WhatWasDone && turn.Asker.Sees(Ability.RunPlan):
                await acts.TellDoneAsync(step.Context, [], cancellationToken);
                break;
            case Route.Answer when await AnswerAsync(step, turn, cancellationToken):
                break;
            // 那他们交了没总能说吧: whoever they are, they are somebody else.
            case Route.NotUnderstood when !turn.Asker.Sees(Ability.SeeOverview) && Routing.AsksAboutOthers(turn.Said):
                await Turn.SendAsync(step.Context, CommonTexts.OwnUnitsOnly(turn.Language), cancellationToken);
                break;
            // much better, take it: the only thing that it can mean is shown before it is done.
            case Route.NotUnderstood when AskBack.OnlyAct(turn) is { } only && acts.Meant(only) is { IsDoneAtOnce: false } act:
                step.Context.TurnState.Set(only);
                return await acts.PrepareAsync(step.Context, act, cancellationToken) ? await step.BeginDialogAsync(acts.Id, null, cancellationToken) : await step.NextAsync(null, cancellationToken);
            default:
                await AskBackAsync(step.Context, turn, cancellationToken);
                break;
        }
        return await step.NextAsync(null, cancellationToken);
    }

    /// <summary>What was wished for in the same message has its turn when the first is done or cancelled.</summary>
    private async Task<DialogTurnResult> GoOnAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (await agenda.TakeAsync(step.Context, cancellationToken) is not { } next)
            return await step.EndDialogAsync(null, cancellationToken);
        var turn = Turn.Of(step.Context);
        if (step.Reason != DialogReason.NextCalled)
            await Turn.SendAsync(step.Context, ActTexts.Next(next.Text, turn.Language), cancellationToken);
        step.Context.TurnState.Set(turn with { Said = next.Complete(Understand.Utterance(next.Text, turn.Plans.Count > 0 ? turn.Plans[0].Units : [], speaker: turn.Asker.Speaker), turn.Plans) });
        return await step.ReplaceDialogAsync("route", "next", cancellationToken);
    }

    private static bool IsReporting(DialogContext dc) => dc.ActiveDialog?.Id == nameof(ReportDialog);

    /// <returns>False when it was nothing that is answered in one turn; then nothing was said.</returns>
    private async Task<bool> AnswerAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        var before = await focus.ReadAsync(dc.Context, cancellationToken) ?? new Focus();
        var question = Question.Of(turn.Asker, turn.Said, before, turn.Plans) with { NamesPlan = turn.Plans.Count == 1 && turn.AllPlans.Count + turn.NotBegun.Count > 1 && turn.Asker.Sees(Ability.SeeOverview) };
        if (await answerer.AnswerAsync(question, cancellationToken) is not { } reply)
            return false;
        // 科技局不是也没交吗，怎么名单里没它 asks one thing twice.
        if (Turn.LastSaid(dc.Context) != reply.Text)
            await Turn.SendAsync(dc.Context, reply, cancellationToken);
        if (turn.Said is { Tasks: [> 0 and var task], Intent: Intent.HowToCorrect or Intent.HowToReport or Intent.Help or Intent.WhatBelongs or Intent.StillTime or Intent.Nil })
            await spoken.KeepTaskAsync(dc.Context, task, cancellationToken);
        if (turn.Said.UnreadFilter is null && (Answerer.IsQuestion(question.Intent) || question.Intent is Intent.Requests or Intent.Nil) && question.Intent is not (Intent.Help or Intent.NotNow or Intent.HowToReport or Intent.WhatBelongs or Intent.WhoSees or Intent.UntilDecided))
        {
            await acts.TurnAwayAsync(dc.Context, cancellationToken);
            await focus.KeepAsync(dc.Context, question.Focus with { UnitId = question.Focus.UnitId ?? reply.UnitId, Task = question.Focus.Task ?? reply.Task, Periods = reply.Period is { } told ? [PeriodMention.Of(told)] : question.Focus.Periods, Day = reply.Day, Shown = Those.In(reply.Text, turn.Plans), PlanId = turn.Plans is [var only] ? only.Plan.Id : null }, cancellationToken);
        }
        return true;
    }
}

using System.Text.RegularExpressions;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>报送需要领导审签, 不用审签了: a coordinator decides it for a plan.</summary>
public sealed class RequireSignOffAct(RequireSignOff require) : IAct
{
    public string Name => "require-sign-off";

    public bool IsMeant(Intent intent, Asker asker) => intent == Intent.SignOff && asker.Sees(Ability.RunPlan);

    public Wish Read(Turn turn, Wish wish) => PlanQuestion.Read(turn, wish) with { Text = Not.IsMatch(turn.Said.Plain) ? "off" : wish.Text ?? "on" };

    public Wish? Answer(Turn turn, Wish wish, string part, string said) => part == PlanQuestion.Part ? PlanQuestion.Answer(turn, wish, said) : null;

    public Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        if (turn.Plans.Count == 0)
            return Task.FromResult<ActStep>(new ActStep.Refused(CommonTexts.NoPlanYet(turn.Language)));
        if (turn.Plans.FirstOrDefault(view => view.Plan.Id == wish.PlanId) is not { } view)
            return Task.FromResult<ActStep>(PlanQuestion.Ask(turn.Plans, turn.Language));
        return Task.FromResult<ActStep>(new ActStep.Ready(RulingTexts.PreviewSignOff(view.Plan.Title, IsOn(wish), turn.Language)));
    }

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken) =>
        await require.RunAsync(wish.PlanId!.Value, IsOn(wish), turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken)
            ? new(RulingTexts.SignOffSet(IsOn(wish), turn.Language), $"{wish.PlanId}|{!IsOn(wish)}")
            : new(ActTexts.Overtaken(turn.Language));

    public async Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken)
    {
        var parts = undo.Split('|');
        return await require.RunAsync(Guid.Parse(parts[0]), bool.Parse(parts[1]), turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken)
            ? ActTexts.Undone(RulingTexts.Name(RulingKind.SignOff, turn.Language), turn.Language)
            : ActTexts.CannotUndo(turn.Language);
    }

    private static bool IsOn(Wish wish) => wish.Text == "on";

    private static Regex Not => field ??= new("不(?!算|收|认|签)|取消|关闭|停用|免|no |not |n't|without|off$|stop");
}

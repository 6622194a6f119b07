using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>我换手机号了，新号138…: a contact's own telephone or mail; the coordinators keep the list, and are told.</summary>
public sealed class DetailsAct(AskForDetails ask) : IAct
{
    private const string ReachPart = "phone";

    public string Name => "ask-details";

    public bool IsRequest => true;

    public bool IsMeant(Intent intent, Asker asker) => intent == Intent.OwnDetails && !asker.Sees(Ability.ChangeContact) && Permissions.ReportsFor(asker.Person).Any();

    public Wish Read(Turn turn, Wish wish)
    {
        var own = Permissions.ReportsFor(turn.Asker.Person).Distinct().ToList();
        var person = PersonWords.Find(turn.Said.Raw);
        return wish with
        {
            UnitId = wish.UnitId ?? (own.Count > 0 ? own[0] : null), Phone = person?.Phone is ['1', ..] and { Length: 11 } mobile ? mobile : wish.Phone, Email = person?.Email ?? wish.Email,
        };
    }

    public Wish? Answer(Turn turn, Wish wish, string part, string said) => Read(turn, wish) is var read && read != wish ? read : null;

    public Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken) => Task.FromResult<ActStep>(wish is { Phone: null, Email: null }
        ? new ActStep.Ask(ReachPart, ContactTexts.AskOwnDetails(turn.Language))
        : new ActStep.Ready(ContactTexts.PreviewDetails(turn.Asker.Person.Name, WordsOf(wish).Words(), turn.Language)));

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken) =>
        await ask.RunAsync(wish.Id, wish.UnitId!.Value, WordsOf(wish), turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken) is { } number
            ? new(ContactTexts.DetailsAsked(number, turn.Language))
            : new(ActTexts.Overtaken(turn.Language));

    public Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken) => Task.FromResult(ActTexts.CannotUndo(turn.Language));

    private static DetailsRequest WordsOf(Wish wish) => new(wish.Phone, wish.Email);
}

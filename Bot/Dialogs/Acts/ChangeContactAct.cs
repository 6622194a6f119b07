using System.Text.Json;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>政务办接口人换成刘洋 13600000000: the coordinator changes a unit's contact, and gets a code and a link to hand on.</summary>
public sealed class ChangeContactAct(ChangeContacts change, TimeProvider clock) : IAct
{
    private const string NamePart = "name";

    public string Name => "change-contact";

    public bool IsMeant(Intent intent, Asker asker) => intent == Intent.ChangeContact && asker.Sees(Ability.ChangeContact);

    public Wish Read(Turn turn, Wish wish)
    {
        wish = ContactWords.Read(turn, ObligationChoice.Read(turn, wish));
        // 原来的留作备用: the backup is the old one, not the new.
        if (OldAsBackup.IsMatch(turn.Said.Plain))
            wish = wish with { KeepsOld = true, Kind = ContactKind.Primary };
        else
            wish = turn.Said.ContactKind is { } kind ? wish with { Kind = kind } : wish;
        return ContactWords.Next(turn) is { } name ? wish with { Name = name } : wish;
    }

    /// <summary>last digit is 2 not 1, 尾号是0012: a part of the number that is shown.</summary>
    public Wish? Corrected(Turn turn, Wish wish) => wish.Phone is { } phone && PhoneDigits.Corrected(turn.Said.Plain, phone) is { } corrected && corrected != phone ? wish with { Phone = corrected } : wish;

    private static Regex OldAsBackup => field ??= new("(?:原来|原先|原|旧|老|之前|以前|现在|目前)的?(?:那(?:个|位))?(?:人|联络员|同志)?(?:也|还|就|先|请)*(?:留|保留|转|改|当|做|作|算)(?:着|下|下来)?(?:作|做|为|成|当)*(?:一个)?(?:备用|备份|备|b角)|(?<![a-z])(?:keep|leave|retain|make) (?:the )?(?:old|present|current|previous|former|other|existing) (?:one|contact|person|guy)?.{0,14}backup|(?:the )?(?:old|present|current|previous|former|existing) (?:one|contact|person)? ?(?:stays?|remains?|becomes?|is (?:now )?(?:to be )?)(?: on)?(?: as)?(?: the| a)? ?backup");

    public Wish? Answer(Turn turn, Wish wish, string part, string said)
    {
        if (part != NamePart)
            return ObligationChoice.Answer(turn, wish, part, said);
        var read = ContactWords.Read(turn, wish);
        return ContactWords.NameIn(said) is { } name ? read with { Name = name } : read != wish && read.Phone != wish.Phone ? read : null;
    }

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        if (wish.UnitId is null)
            return ContactWords.AskUnit(turn);
        var today = ContactDay.Of(clock.GetUtcNow());
        if (wish.Name is null)
            return new ActStep.Ask(NamePart, ContactTexts.AskName(ContactWords.UnitName(turn, wish), turn.Language));
        var preview = await change.PreviewAsync(ChangeOf(wish, today), cancellationToken);
        var unit = ContactWords.UnitName(turn, wish);
        return preview.Problem switch
        {
            ContactChangeProblem.AlreadyContact => new ActStep.Refused(ContactTexts.AlreadyContact(unit, wish.Name, turn.Language)),
            ContactChangeProblem.NumberOfAnother => new ActStep.Refused(ContactTexts.NumberOfAnother(wish.Phone!, preview.NumberOwner!, turn.Language)),
            ContactChangeProblem.NotAllowed => new ActStep.Refused(ActTexts.Overtaken(turn.Language)),
            _ => new ActStep.Ready(ContactTexts.PreviewChange(
                unit, [.. preview.Old.Select(person => person.Name)], wish.Name, wish.Phone ?? preview.Known?.Mobile, preview.Known is not null, preview.Change.Kind, preview.Change.From, preview.Change.From == today, turn.Language, wish.KeepsOld)),
        };
    }

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var today = ContactDay.Of(clock.GetUtcNow());
        var wanted = ChangeOf(wish, today);
        return await change.RunAsync(wanted, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken) is var (done, invitation)
            ? new(ContactTexts.Changed(ContactWords.UnitName(turn, wish), wish.Name!, wanted.Kind, wanted.From, wanted.From == today, ContactWords.Of(invitation), turn.Language, isAdded: done.Before.All(place => place.Kind != wanted.Kind)), JsonSerializer.Serialize(done))
            : new(ActTexts.Overtaken(turn.Language));
    }

    public async Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken) =>
        await change.UndoAsync(JsonSerializer.Deserialize<ContactChangeDone>(undo)!, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken)
            ? ActTexts.Undone(turn.Language.In("更换联络员", "change of contact"), turn.Language)
            : ActTexts.CannotUndo(turn.Language);

    private static ContactChange ChangeOf(Wish wish, DateOnly today) => new(wish.UnitId!.Value, wish.Name!, wish.Phone, wish.Day > today ? wish.Day.Value : today, wish.Kind ?? ContactKind.Primary) { KeepsOldAsBackup = wish.KeepsOld };
}

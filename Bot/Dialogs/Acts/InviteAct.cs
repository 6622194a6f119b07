using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>邀请市教委联络员, 给张敏发个邀请: the coordinator gets a code and a link to hand on.</summary>
public sealed class InviteAct(InvitePerson invite, IPersonRepository people, IContactListRepository list, TimeProvider clock) : IAct
{
    private const string PersonPart = "person";

    public string Name => "invite";

    public bool IsMeant(Intent intent, Asker asker) => intent == Intent.Invite && asker.Sees(Ability.Invite);

    /// <summary>The words are kept: whose name is in them is looked up among the people.</summary>
    public Wish Read(Turn turn, Wish wish) => ObligationChoice.Read(turn, wish) with { Text = turn.Said.Raw };

    public Wish? Answer(Turn turn, Wish wish, string part, string said) =>
        part == PersonPart ? turn.Said.Unit?.One is { } unit ? wish with { UnitId = unit.Id, Text = said } : wish with { Text = said } : ObligationChoice.Answer(turn, wish, part, said);

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var meant = await MeantAsync(wish, cancellationToken);
        if (wish.Text is { } words && PersonWords.Find(words)?.Name is { } name && meant.All(one => !words.Contains(one.Name, StringComparison.OrdinalIgnoreCase)))
            return new ActStep.Refused(ContactTexts.CannotInvite(name, wish.UnitId is null ? null : ContactWords.UnitName(turn, wish), turn.Language));
        if (meant is not [var person])
        {
            if (meant.Count == 0 && wish.UnitId is not null)
                return new ActStep.Refused(ContactTexts.NobodyToInvite(ContactWords.UnitName(turn, wish), turn.Language));
            return meant.Count == 0 && turn.Said.Unit is { One: null } ? ContactWords.AskUnit(turn) : new ActStep.Ask(PersonPart, ContactTexts.WhomToInvite([.. meant.Select(one => one.Name)], turn.Language));
        }
        if (person.Roles.Count > 0)
            return new ActStep.Refused(ContactTexts.InvitesContactsOnly(person.Name, turn.Language));
        var isBound = (await people.IdentitiesAsync(person.Id, cancellationToken)).Count > 0;
        return new ActStep.Ready(ContactTexts.PreviewInvite(person.Name, UnitOf(turn, person), isBound, turn.Language));
    }

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken) =>
        await MeantAsync(wish, cancellationToken) is [var person] && await invite.RunAsync(person.Id, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken) is { } invitation
            ? new(ContactTexts.Invited(person.Name, ContactWords.Of(invitation), turn.Language), person.Id.ToString())
            : new(ActTexts.Overtaken(turn.Language));

    public Task<string?> UndoOfAsync(IReadOnlyList<AuditRecord> records, CancellationToken cancellationToken) => Task.FromResult<string?>(records is [{ SubjectId: var person }] ? person.ToString() : null);

    public async Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken) =>
        await invite.EndAsync(Guid.Parse(undo), turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken)
            ? ActTexts.Undone(turn.Language.In("邀请，绑定码和链接都已作废", "the invitation; code and link no longer work"), turn.Language)
            : ActTexts.CannotUndo(turn.Language);

    /// <summary>By name in the words, within the unit where one is named; else the unit's contacts. A longer name goes before one that is part of it. Whose day is still to come may be invited too.</summary>
    private async Task<IReadOnlyList<Person>> MeantAsync(Wish wish, CancellationToken cancellationToken)
    {
        var today = ContactDay.Of(clock.GetUtcNow());
        var places = (await list.PlacesAsync(cancellationToken)).Where(place => place.IsOnOrAfter(today)).ToLookup(place => place.PersonId);
        var all = (await people.AllAsync(cancellationToken)).Where(person => person.Roles.Count > 0 || places.Contains(person.Id)).ToList();
        var named = all.FindAll(person => wish.Text?.Contains(person.Name, StringComparison.OrdinalIgnoreCase) == true);
        named = named.FindAll(person => !named.Exists(other => other.Name != person.Name && other.Name.Contains(person.Name, StringComparison.Ordinal)));
        if (wish.UnitId is not { } unit)
            return named;
        var inUnit = named.FindAll(person => places[person.Id].Any(place => place.UnitId == unit));
        return inUnit.Count > 0 ? inUnit : all.FindAll(person => places[person.Id].Any(place => place.UnitId == unit && place.Kind == ContactKind.Primary));
    }

    private static string? UnitOf(Turn turn, Person person) =>
        turn.Plans.SelectMany(view => view.Units).FirstOrDefault(unit => person.Contacts.Any(place => place.UnitId == unit.Id)) is { } unit && !person.Name.Contains(unit.Name, StringComparison.Ordinal) ? unit.Name : null;
}

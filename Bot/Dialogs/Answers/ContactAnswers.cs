using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>市教委联络员是谁: who is to be asked in a unit. A contact hears of the own unit only.</summary>
public sealed class ContactAnswers(IPersonRepository people, IContactListRepository list, TimeProvider clock)
{
    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var (asker, language) = (question.Asker, question.Language);
        if (!asker.Sees(Ability.SeeOverview))
            return await OfOwnAsync(question, cancellationToken);
        return question.Focus.UnitId is { } unitId && question.Plans.SelectMany(view => view.Units).FirstOrDefault(unit => unit.Id == unitId) is { } unit
            ? new(await LinesAsync(unit, language, cancellationToken)) { Buttons = asker.Sees(Ability.Invite) ? [ContactTexts.Invite(unit.Name, language)] : [] }
            : question.Said.Unit is { IsAmbiguous: true } several
            ? UnitTexts.WhichOne(several.Words, several.Candidates, language)
            : Unknown(question.Said) is { } unknown ? UnitTexts.Unknown(unknown, language) : ContactTexts.WhoseContact(language);
    }

    /// <summary>Of the asker's own units; the same words for any other, whether there is such a unit or not.</summary>
    private async Task<Reply> OfOwnAsync(Question question, CancellationToken cancellationToken)
    {
        var own = question.Plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id).Where(unit => question.Asker.Sees(Ability.SeeContacts, unit.Id)).ToList();
        var named = question.Said.Unit;
        if (Unknown(question.Said) is not null || (named is not null && (named.One is not { } one || own.TrueForAll(unit => unit.Id != one.Id))))
            return CommonTexts.OwnUnitsOnly(question.Language);
        var parts = new List<string>();
        foreach (var unit in own.Where(unit => named is null || unit.Id == named.One!.Id))
            parts.Add(await LinesAsync(unit, question.Language, cancellationToken));
        return new(string.Join('\n', parts)) { Buttons = [Buttons.MyTasks(question.Language)] };
    }

    /// <summary>Words that most likely name a unit which the plan does not have; null when there are none.</summary>
    private static string? Unknown(Understanding.Understood said) => said.Unit is { IsUnknown: true } unknown ? unknown.Words : said.Unit is null && said.Leftover.Length > 1 ? said.Leftover : null;

    private async Task<string> LinesAsync(Unit unit, Language language, CancellationToken cancellationToken)
    {
        var today = ContactDay.Of(clock.GetUtcNow());
        var lines = new List<ContactLine>();
        foreach (var place in (await list.PlacesOfAsync(unit.Id, cancellationToken)).Where(place => place.IsOnOrAfter(today)))
        {
            var person = (await people.FindAsync(place.PersonId, cancellationToken))!;
            var isBound = (await people.IdentitiesAsync(person.Id, cancellationToken)).Count > 0;
            lines.Add(new(person.Name, place.Kind, person.Duty, person.Mobile ?? person.Phone, isBound, place.From > today ? place.From : null, place.Until));
        }
        return ContactTexts.Of(unit.Name, lines, language);
    }
}

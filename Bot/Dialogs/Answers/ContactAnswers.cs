using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Understanding;
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
        if (await OfPersonAsync(question, cancellationToken) is { } ofPerson)
            return ofPerson;
        return question.Focus.UnitId is { } unitId && question.Plans.SelectMany(view => view.Units).FirstOrDefault(unit => unit.Id == unitId) is { } unit
            ? new(await LinesAsync(unit, Number.IsMatch(question.Said.Plain), language, cancellationToken)) { Buttons = asker.Sees(Ability.Invite) ? [ContactTexts.Invite(unit.Name, language)] : [] }
            : question.Said.Unit is { IsAmbiguous: true } several
            ? UnitTexts.WhichOne(several.Words, several.Candidates, language)
            : Unknown(question.Said) is { } unknown ? UnitTexts.Unknown(unknown, language) : ContactTexts.WhoseContact(language);
    }

    /// <summary>Every unit in the notice's order, by itself or with its contacts and their numbers.</summary>
    public async Task<Reply> ListAsync(Question question, bool withContacts, CancellationToken cancellationToken)
    {
        var units = question.Plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id).Where(unit => question.Asker.Sees(Ability.SeeContacts, unit.Id)).ToList();
        var lines = new List<string>();
        foreach (var unit in units)
            lines.Add(withContacts ? await LinesAsync(unit, tellsNumber: true, question.Language, cancellationToken) : unit.Name);
        return ContactTexts.List(lines, withContacts, question.Language);
    }

    /// <summary>How many people are known, and how many of them have come in.</summary>
    public async Task<Reply> CountAsync(Language language, CancellationToken cancellationToken)
    {
        var today = ContactDay.Of(clock.GetUtcNow());
        var places = (await list.PlacesAsync(cancellationToken)).Where(place => place.IsOnOrAfter(today)).ToLookup(place => place.Kind, place => place.PersonId);
        var bound = 0;
        var all = (await people.AllAsync(cancellationToken)).Where(person => person.Roles.Count > 0 || places.Any(kind => kind.Contains(person.Id))).ToList();
        foreach (var person in all)
            bound += (await people.IdentitiesAsync(person.Id, cancellationToken)).Count > 0 ? 1 : 0;
        return ContactTexts.Count(
            all.Count, bound, places[ContactKind.Primary].Distinct().Count(), places[ContactKind.Backup].Distinct().Count(), places[ContactKind.UnitLeader].Distinct().Count(),
            all.Count(person => person.IsCoordinator), all.Count(person => person.IsLeader), language);
    }

    /// <summary>张敏的手机号: a person who is called by name.</summary>
    /// <returns>Null when nobody is: then a unit is meant.</returns>
    private async Task<Reply?> OfPersonAsync(Question question, CancellationToken cancellationToken)
    {
        var (raw, language) = (question.Said.Raw, question.Language);
        var units = question.Plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id).ToList();
        // A contact may be called by unit and post, like 市教委联络员: then the unit is asked about.
        var named = (await people.AllAsync(cancellationToken)).Where(person => person.Name.Length > 1 && raw.Contains(person.Name, StringComparison.OrdinalIgnoreCase) && !units.Exists(unit => person.Name.Contains(unit.Name, StringComparison.Ordinal))).ToList();
        if (named.Count == 0)
            return NameAsked(raw) is { } nobody && UnitNames.Find(Spelling.Plain(raw), units).Count == 0 ? ContactTexts.NobodyCalled(nobody, language) : null;
        var lines = new List<string>();
        var today = ContactDay.Of(clock.GetUtcNow());
        foreach (var person in named)
        {
            var isBound = (await people.IdentitiesAsync(person.Id, cancellationToken)).Count > 0;
            var places = (await list.PlacesAsync(cancellationToken)).Where(place => place.PersonId == person.Id && place.IsOnOrAfter(today)).ToList();
            foreach (var place in places)
                lines.Add(ContactTexts.Of(units.Find(unit => unit.Id == place.UnitId)?.Name ?? "", [new(person.Name, place.Kind, person.Duty, person.Mobile ?? person.Phone, isBound, place.From > today ? place.From : null, place.Until)], language));
            if (places.Count == 0)
                lines.Add(ContactTexts.WithoutUnit(person.Name, person.Mobile ?? person.Phone, language));
        }
        return new(string.Join('\n', lines));
    }

    private static string? NameAsked(string raw) => Asked.Match(raw.Trim()) is { Success: true } asked && PersonWords.IsName(asked.Groups["name"].Value) ? asked.Groups["name"].Value : null;

    /// <summary>Of the asker's own units; the same words for any other, whether there is such a unit or not.</summary>
    private async Task<Reply> OfOwnAsync(Question question, CancellationToken cancellationToken)
    {
        var own = question.Plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id).Where(unit => question.Asker.Sees(Ability.SeeContacts, unit.Id)).ToList();
        var named = question.Said.Unit;
        if (Unknown(question.Said) is not null || (named is not null && (named.One is not { } one || own.TrueForAll(unit => unit.Id != one.Id))))
            return CommonTexts.OwnUnitsOnly(question.Language);
        var parts = new List<string>();
        foreach (var unit in own.Where(unit => named is null || unit.Id == named.One!.Id))
            parts.Add(await LinesAsync(unit, Number.IsMatch(question.Said.Plain), question.Language, cancellationToken));
        return new(string.Join('\n', parts)) { Buttons = [Buttons.MyTasks(question.Language)] };
    }

    /// <summary>Words that most likely name a unit which the plan does not have; null when there are none.</summary>
    private static string? Unknown(Understanding.Understood said) => said.Unit is { IsUnknown: true } unknown ? unknown.Words : said.UnknownName;

    private async Task<string> LinesAsync(Unit unit, bool tellsNumber, Language language, CancellationToken cancellationToken)
    {
        var today = ContactDay.Of(clock.GetUtcNow());
        var lines = new List<ContactLine>();
        foreach (var place in (await list.PlacesOfAsync(unit.Id, cancellationToken)).Where(place => place.IsOnOrAfter(today)))
        {
            var person = (await people.FindAsync(place.PersonId, cancellationToken))!;
            var isBound = (await people.IdentitiesAsync(person.Id, cancellationToken)).Count > 0;
            lines.Add(new(person.Name, place.Kind, person.Duty, person.Mobile ?? person.Phone, isBound, place.From > today ? place.From : null, place.Until));
        }
        return ContactTexts.Of(unit.Name, lines, language, tellsNumber);
    }

    private static Regex Number => field ??= new("电话|手机|号码|联系方式|怎么联系|怎么找|打给|(?<![a-z])(?:phone|number|mobile|call|ring|reach|telephone)(?![a-z])");

    private static Regex Asked => field ??= new("^(?:请问|查一?下|帮我查一?下|看一?下)?(?<name>[\u4e00-\u9fff]{2,3}?)(?:同志|老师|科长|处长|主任)?(?:的)?(?:电话|手机|手机号|号码|联系方式|邮箱)|(?:phone|number|mobile|e-?mail)(?: number)? (?:of|for) (?<name>[A-Z][a-z]+(?: [A-Z][a-z]+){1,2})|(?<name>[A-Z][a-z]+ [A-Z][a-z]+)'s (?:phone|number|mobile)");
}

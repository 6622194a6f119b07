using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>我4月1日到10日休假，由李强代; 教委张敏下周休假，由李强代; and 我回来了.</summary>
public sealed class AbsenceAct(bool ends, KeepAbsence keep, IPersonRepository people, CurrentCalendar currentCalendar) : IAct
{
    private const string UnitPart = "unit";
    private const string DayPart = "day";

    public string Name => ends ? "end-absence" : "keep-absence";

    public bool IsMeant(Intent intent, Asker asker) => intent == (ends ? Intent.BackAgain : Intent.Absence) && (asker.Sees(Ability.ChangeContact) || Permissions.ReportsFor(asker.Person).Any());

    public Wish Read(Turn turn, Wish wish)
    {
        var own = turn.Asker.Sees(Ability.ChangeContact) ? [] : Permissions.ReportsFor(turn.Asker.Person).Distinct().ToList();
        var unit = turn.Said.Unit?.One?.Id;
        // The words are kept: the days in them are measured against the calendar, and the names against the unit's people.
        return wish with
        {
            UnitId = unit is { } named && (own.Count == 0 || own.Contains(named)) ? named : wish.UnitId ?? (own.Count > 0 ? own[0] : null),
            Text = turn.Said.Intent is Intent.Confirm or Intent.No or Intent.Cancel ? wish.Text : wish.Text is null || turn.Said.When is not null || AbsenceWords.Deputy(turn.Said.Raw) is not null ? $"{wish.Text}\n{turn.Said.Raw}".Trim() : wish.Text,
        };
    }

    public Wish? Answer(Turn turn, Wish wish, string part, string said) => part switch
    {
        UnitPart => turn.Said.Unit?.One is { } unit ? wish with { UnitId = unit.Id } : null,
        DayPart when turn.Said.When is not null || turn.Said.Days is not null => wish with { Text = $"{wish.Text}\n{said}" },
        _ => null,
    };

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var language = turn.Language;
        if (wish.UnitId is null || ViewOf(turn, wish) is not { } view)
            return ContactWords.AskUnit(turn);
        var (person, others) = await PeopleAsync(turn, wish, cancellationToken);
        if (person is null)
            return new ActStep.Refused(AbsenceTexts.NobodyThere(ContactWords.UnitName(turn, wish), language));
        var known = await keep.OfAsync(person.Id, cancellationToken);
        if (ends)
            return known.Count == 0 ? new ActStep.Refused(AbsenceTexts.NotAway(person.Name, language)) : new ActStep.Ready(AbsenceTexts.PreviewBack(person.Name, language));
        if (others.Count == 0)
            return new ActStep.Refused(AbsenceTexts.NobodyThere(ContactWords.UnitName(turn, wish), language));
        if (DeputyNamed(wish) is { } named && DeputyOf(wish, others) is null)
            return new ActStep.Refused(AbsenceTexts.NotOfUnit(named, ContactWords.UnitName(turn, wish), [.. others.Select(other => other.Name)], language));
        var today = Days.DayOf(view.Now, view.Zone);
        if (await SpanAsync(wish, today, cancellationToken) is not var (from, until))
            return new ActStep.Ask(DayPart, AbsenceTexts.AskWhen(language));
        if (until < today)
            return new ActStep.Ask(DayPart, AbsenceTexts.Over(language));
        if (known.FirstOrDefault(other => !(other.Until < from) && other.From <= until) is { } clash)
            return new ActStep.Refused(AbsenceTexts.Overlaps(person.Name, clash.From, clash.Until, language));
        return new ActStep.Ready(AbsenceTexts.Preview(person.Name, ContactWords.UnitName(turn, wish), from, until, StandIns(wish, others, language), language));
    }

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var (person, others) = await PeopleAsync(turn, wish, cancellationToken);
        if (ViewOf(turn, wish) is not { } view || person is null)
            return new(ActTexts.Overtaken(turn.Language));
        var (plan, by, channel) = ((view.Plan.Id, view.KeyOf(null)), turn.Asker.Person.Id, turn.Asker.Channel);
        if (ends)
            return await keep.EndAsync(person.Id, null, wish.UnitId!.Value, plan, by, channel, cancellationToken) > 0 ? new(AbsenceTexts.Back(person.Name, turn.Language)) : new(ActTexts.Overtaken(turn.Language));
        if (await SpanAsync(wish, Days.DayOf(view.Now, view.Zone), cancellationToken) is not var (from, until)
            || !await keep.RunAsync(new(wish.Id, person.Id, wish.UnitId!.Value, from, until, DeputyOf(wish, others)?.Id), plan, by, channel, cancellationToken))
            return new(ActTexts.Overtaken(turn.Language));
        return new(AbsenceTexts.Kept(person.Name, from, until, StandIns(wish, others, turn.Language), turn.Language), $"{person.Id}|{wish.Id}|{wish.UnitId}|{view.Plan.Id}|{view.KeyOf(null)}");
    }

    public async Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken)
    {
        var parts = undo.Split('|');
        return !ends && ReportingPeriod.TryParse(parts[4], out var period)
            && await keep.EndAsync(Guid.Parse(parts[0]), Guid.Parse(parts[1]), Guid.Parse(parts[2]), (Guid.Parse(parts[3]), period), turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken) > 0
                ? ActTexts.Undone(AbsenceTexts.Name(ends, turn.Language), turn.Language) : ActTexts.CannotUndo(turn.Language);
    }

    private static PlanView? ViewOf(Turn turn, Wish wish) => turn.AllPlans.FirstOrDefault(view => view.Units.Any(unit => unit.Id == wish.UnitId));

    /// <summary>Who is away: whoever says so, or the contact of the unit whom a coordinator names; and who else reports for the unit.</summary>
    private async Task<(Person? Person, IReadOnlyList<Person> Others)> PeopleAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var places = (await people.ContactsOfAsync([wish.UnitId!.Value], cancellationToken)).Where(contact => contact.Kind is ContactKind.Primary or ContactKind.Backup).ToList();
        var known = await people.FindAsync([.. places.Select(place => place.PersonId).Distinct()], cancellationToken);
        var deputy = DeputyNamed(wish);
        var person = !turn.Asker.Sees(Ability.ChangeContact) ? turn.Asker.Person
            : known.FirstOrDefault(one => one.Name != deputy && wish.Text?.Contains(one.Name, StringComparison.Ordinal) == true)
                ?? known.FirstOrDefault(one => one.Name != deputy && places.Exists(place => place.PersonId == one.Id && place.Kind == ContactKind.Primary));
        return (person, [.. known.Where(one => one.Id != person?.Id)]);
    }

    private static string? DeputyNamed(Wish wish) => wish.Text?.Split('\n').Select(AbsenceWords.Deputy).LastOrDefault(name => name is not null);

    private static Person? DeputyOf(Wish wish, IReadOnlyList<Person> others) => DeputyNamed(wish) is { } name ? others.FirstOrDefault(other => other.Name == name || name.StartsWith(other.Name, StringComparison.Ordinal)) : null;

    private static string StandIns(Wish wish, IReadOnlyList<Person> others, Language language) => DeputyOf(wish, others)?.Name ?? string.Join(language.In("、", ", "), others.Select(other => other.Name));

    private async Task<(DateOnly From, DateOnly Until)?> SpanAsync(Wish wish, DateOnly today, CancellationToken cancellationToken)
    {
        var calendar = await currentCalendar.ReadAsync(cancellationToken);
        (DateOnly From, DateOnly Until)? found = null;
        foreach (var line in wish.Text?.Split('\n') ?? [])
            found = AbsenceWords.Find(Spelling.Plain(line), today, calendar) ?? found;
        // Already away is away from today on.
        return found is var (from, until) && from < today && until >= today ? (today, until) : found;
    }
}

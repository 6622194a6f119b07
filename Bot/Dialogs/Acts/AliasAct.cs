using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>县工信局也叫县工信委, 有哪些可能的别名: another name of a unit, proposed from the table of organ names or said by the coordinator, kept only when that is confirmed. From then on it holds in every plan.</summary>
public sealed class AliasAct(NameUnits names) : IAct
{
    private const string AliasPart = "alias";

    public string Name => "name-unit";

    public bool IsMeant(Intent intent, Asker asker) => intent == Intent.NameUnit && asker.Sees(Ability.RunPlan);

    public Wish Read(Turn turn, Wish wish) => Said(turn, turn.Said.Raw) is var (unit, alias) ? wish with { UnitId = unit.Id, Name = alias } : wish;

    /// <summary>A pair of names in words, or the number of a proposal.</summary>
    public Wish? Answer(Turn turn, Wish wish, string part, string said) =>
        part != AliasPart ? null
        : Said(turn, said) is var (unit, alias) ? wish with { UnitId = unit.Id, Name = alias }
        : Numbers.Parse(Spelling.Plain(said).TrimEnd('个')) is { } number ? wish with { Number = number }
        : null;

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var language = turn.Language;
        var units = UnitsOf(turn);
        if (units.Count == 0)
            return new ActStep.Refused(CommonTexts.NoPlanYet(language));
        var proposed = (await names.ProposeAsync(cancellationToken)).Where(alias => units.Any(unit => unit.Id == alias.Unit.Id)).ToList();
        if (Chosen(units, proposed, wish) is not var (unit, name))
            return new ActStep.Ask(AliasPart, AliasTexts.Ask([.. Shown(proposed).Select(alias => (alias.Unit.Name, alias.Name, alias.Reform))], proposed.Count, language));
        if (unit.Names.Contains(name))
            return new ActStep.Refused(AliasTexts.Known(unit.Name, name, language));
        return new ActStep.Ready(ActTexts.Confirm(AliasTexts.Preview(unit.Name, name, proposed.FirstOrDefault(alias => alias.Unit.Id == unit.Id && alias.Name == name)?.Reform, language), language));
    }

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var (units, proposed) = (UnitsOf(turn), await names.ProposeAsync(cancellationToken));
        if (Chosen(units, [.. proposed.Where(alias => units.Any(unit => unit.Id == alias.Unit.Id))], wish) is not var (unit, name))
            return new(ActTexts.Overtaken(turn.Language));
        return await names.ConfirmAsync(unit, name, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken)
            ? new(AliasTexts.Kept(unit.Name, name, turn.Language), UnitId: unit.Id)
            : new(AliasTexts.Taken(name, turn.Language));
    }

    /// <summary>Notices may have been read by the name already; that is not taken back.</summary>
    public Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken) => Task.FromResult(ActTexts.CannotUndo(turn.Language));

    /// <summary>Two names that are said to be one unit's, whatever else the words are like; one of them must be known.</summary>
    public static bool IsMeant(Understood said) => said.Unit?.One is not null && Pair.IsMatch(said.Raw);

    private static (Unit Unit, string Name)? Chosen(IReadOnlyList<Unit> units, IReadOnlyList<ProposedAlias> proposed, Wish wish) =>
        wish.Name is { } name && units.FirstOrDefault(unit => unit.Id == wish.UnitId) is { } named ? (named, name)
        : wish.Number is { } number && Shown(proposed).ElementAtOrDefault(number - 1) is { } picked ? (picked.Unit, picked.Name)
        : null;

    /// <summary>Names that a reform brought or ended come before short ones: they are what notices differ in.</summary>
    private static IEnumerable<ProposedAlias> Shown(IReadOnlyList<ProposedAlias> proposed) =>
        proposed.OrderBy(alias => alias.Reform is null).ThenBy(alias => alias.Unit.Name, StringComparer.Ordinal).ThenBy(alias => alias.Name, StringComparer.Ordinal).Take(AliasTexts.MostShown);

    private static IReadOnlyList<Unit> UnitsOf(Turn turn) => [.. turn.AllPlans.SelectMany(view => view.Units).Where(unit => unit.Kind == UnitKind.Unit).DistinctBy(unit => unit.Id)];

    /// <summary>The unit that the words name, and the other name; either may stand first, and the one that no unit has yet is new.</summary>
    private static (Unit Unit, string Name)? Said(Turn turn, string said)
    {
        if (Pair.Match(said) is not { Success: true, Groups: var groups })
            return null;
        var (first, second) = (Clean(groups["first"].Value), Clean(groups["second"].Value));
        var units = UnitsOf(turn);
        // 县工信局也叫县工信委 tells who has the name; the other order is taken where only it names a unit.
        var (unit, alias) = groups["back"].Success ? (second, first) : (first, second);
        return Of(units, unit) is { } named && Of(units, alias)?.Names.Contains(alias) != true ? (named, alias)
            : Of(units, alias) is { } turned && Of(units, unit)?.Names.Contains(unit) != true ? (turned, unit)
            : Of(units, unit) is { } same ? (same, alias)
            : null;
    }

    private static Unit? Of(IReadOnlyList<Unit> units, string name) =>
        units.Where(unit => unit.Names.Contains(name)).ToList() is [var exact] ? exact
        : UnitNames.Find(Spelling.Plain(name), units) is [{ Mention.One: { } one }] ? one
        : null;

    private static string Clean(string name) => name.Trim(' ', '“', '”', '"', '「', '」', '，', ',', '。', '.', '《', '》', '‘', '’', '\'');

    private static Regex Pair => field ??= new("""
        ^(?:请|麻烦|帮我)?(?:把|将)(?<first>.{2,24}?)(?:登记|记|设|加|添|列|定|存)(?:为|成|作)(?<second>.{2,24}?)的?(?<back>别名|简称|别称|另一个名[字称])
        |^(?:请|麻烦|帮我)?(?:登记|加|添加|设|设置|记)?(?:一个|一下)?(?:别名[：:，,\s]*)?(?<first>.{2,24}?)(?:的?(?:别名|简称|别称|俗称|曾用名|原名)(?:是|叫|为|：|:)+|(?:也|又|还|以前|过去|原来|从前|之前|曾经?|现在)+(?:叫|称)(?:做|作|为)?)(?![了过他她我你上来去一人]|大家)(?<second>.{2,24}?)[。.！!]?$
        |^(?:please\s)?(?<first>.{2,60}?)\s(?:is|was|are)\s(?:also\s|formerly\s|previously\s)?(?:called|known\sas|named)\s(?<second>.{2,60}?)[.]?$
        |^(?:please\s)?(?:add|note|record|register)\s(?:the\s)?alias\s(?<first>.{2,60}?)\s(?<back>for|of|to)\s(?<second>.{2,60}?)[.]?$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}

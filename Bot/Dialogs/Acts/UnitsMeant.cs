using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Acts;

/// <summary>The units that an act is for, and how later words change them: 科技局先别催了, 把金融局也加上. Pure.</summary>
internal static partial class UnitsMeant
{
    /// <summary>除了教委: the units that are named are left out.</summary>
    public static bool LeavesOut(string plain) => Exception().IsMatch(plain);

    /// <summary>The units that the words name, and that are clear; each once.</summary>
    public static IReadOnlyList<Guid> Named(Understood said) => [.. said.Units.Select(unit => unit.One).OfType<Unit>().Select(unit => unit.Id).Distinct()];

    /// <returns>The same wish when the words change nothing in it; null when they leave nobody.</returns>
    public static Wish? Changed(Understood said, Wish wish)
    {
        var named = Named(said);
        if (named.Count == 0 || said.EndsAsQuestion)
            return wish;
        List<Guid> meant = wish.UnitId is { } first ? [first, .. wish.MoreUnits] : [];
        if (LeavesOut(said.Plain))
        {
            if (meant.Count == 0)
                return named.All(wish.Except.Contains) ? wish : wish with { Except = [.. wish.Except.Union(named)] };
            var left = meant.Except(named).ToList();
            return left.Count == meant.Count ? wish : left.Count == 0 ? null : With(wish, left);
        }
        if (!Added().IsMatch(said.Plain) && !GoesOn().IsMatch(said.Plain))
            return wish;
        // 还有文旅, after some were left out of all: all the others are meant already, so it is left out too.
        if (meant.Count == 0 && wish.Except.Count > 0 && GoesOn().IsMatch(said.Plain) && !named.Any(wish.Except.Contains))
            return wish with { Except = [.. wish.Except.Union(named)] };
        if (meant.Count == 0)
            return named.Any(wish.Except.Contains) ? wish with { Except = [.. wish.Except.Except(named)] } : wish;
        return named.All(meant.Contains) ? wish : With(wish, [.. meant.Union(named)]);
    }

    private static Wish With(Wish wish, List<Guid> units) => wish with { UnitId = units[0], MoreUnits = units[1..] };

    [GeneratedRegex("除了?|除外|以外|不包括|不含|去掉|剔除|扣除|排除|拿掉|划掉|删掉|撤掉|(?:不用|不要|别|甭|不必|先不|就不)(?:再|给|跟)?(?:·|他们|它)*(?:催|发|通知|带)|(?:不用|不要|算了|就免了|先放一放)(?:吧|了)?$|(?:不用|不要|算了|就免了|先放一放|别管)(?:吧|了)?[,.]|except|excluding|exclude|other than|but not|apart from|leav(?:e|ing) .{0,30}?(?:out|off)|take .{1,30}? (?:out|off)|without|skip|drop|minus|omit|remove|not (?=[a-z]+$)|don't (?:urge|chase|remind|include|send|write)|no need to (?:urge|chase|remind|include|write)")]
    private static partial Regex Exception();

    [GeneratedRegex("^(?:还有|以及|再有|再来|and |plus )")]
    private static partial Regex GoesOn();

    [GeneratedRegex("加(?:上|进)|加(?:一)?个|带上|算上|也(?:一起|一并)?(?:催|发|通知|带|给|要)|一[起并块](?:催|发|通知)|(?<![a-z])(?:include|add|as well|plus|too)(?![a-z])|^(?:and )?also ")]
    private static partial Regex Added();
}

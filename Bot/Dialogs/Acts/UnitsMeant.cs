using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Acts;

/// <summary>The units that an act is for, and how later words change them: 科技局先别催了, 把金融局也加上. Pure.</summary>
internal static class UnitsMeant
{
    /// <summary>除了教委: the units that are named are left out.</summary>
    public static bool LeavesOut(string plain) => Exception.IsMatch(plain);

    /// <summary>统统催一遍, 没交的, all of them: nobody in particular, but all.</summary>
    public static bool MeansEverybody(string plain) => Everybody.IsMatch(plain);

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
            // 别催商务了，催农业: one is left out, and another wanted.
            var instead = Instead(said);
            if (meant.Count == 0)
                named = instead?.Dropped ?? named;
            else if (instead is var (dropped, wanted) && dropped.Any(meant.Contains))
                return With(wish, [.. meant.Except(dropped).Union(wanted)]);
            if (meant.Count == 0)
                return named.All(wish.Except.Contains) ? wish : wish with { Except = [.. wish.Except.Union(named)] };
            var left = meant.Except(named).ToList();
            return left.Count == meant.Count ? wish : left.Count == 0 ? null : With(wish, left);
        }
        if (Replaces(said))
            return meant.Count == named.Count && named.All(meant.Contains) ? wish : With(wish with { Except = [] }, [.. named]);
        if (!Added.IsMatch(said.Plain) && !GoesOn.IsMatch(said.Plain))
            return wish;
        // 还有文旅, after some were left out of all: all the others are meant already, so it is left out too.
        if (meant.Count == 0 && wish.Except.Count > 0 && GoesOn.IsMatch(said.Plain) && !named.Any(wish.Except.Contains))
            return wish with { Except = [.. wish.Except.Union(named)] };
        if (meant.Count == 0)
            return named.Any(wish.Except.Contains) ? wish with { Except = [.. wish.Except.Except(named)] } : wish;
        return named.All(meant.Contains) ? wish : With(wish, [.. meant.Union(named)]);
    }

    /// <summary>不对，卫健委; 换成文旅吧; no wait, the health commission: other units than those meant, and not a word more.</summary>
    public static bool Replaces(Understood said)
    {
        if (said.EndsAsQuestion || said.Units.Count == 0 || said.Units.Any(unit => unit.One is null))
            return false;
        var rest = said.Units.Aggregate(said.Plain, (text, unit) => text.Replace(unit.Words, " ", StringComparison.Ordinal));
        return OnlyCorrects.IsMatch(rest) && Corrects.IsMatch(rest);
    }

    /// <summary>不对不对，是证监局打的电话，金融局没说: another unit in the place of the one that is shown, whatever else is told.</summary>
    /// <returns>Null when the words do not say so, or leave open which.</returns>
    public static Wish? Another(Understood said, Wish wish) =>
        wish.UnitId is { } shown && !said.EndsAsQuestion && Mistaken.IsMatch(said.Plain) && said.Units.All(unit => unit.One is not null) && Named(said).Where(unit => unit != shown).ToList() is [var other]
            ? wish with { UnitId = other, MoreUnits = [], Tasks = [], ExceptTasks = [], AllTasks = false } : null;

    private static Regex Mistaken => field ??= new("^(?:哦|哎呀?|啊|等等|等一?下|慢着?|[, .])*(?:(?:不对|错了|(?:我)?(?:搞|弄|说|记|看|听)(?:错|混|反|岔)了)[, .!]*)+|^(?:(?:oh|wait|hang on|hold on|sorry|oops)[,. ]+)*(?:no|wrong (?:one|unit|bureau)|i (?:mixed|got) (?:it|them|that) (?:up|wrong)|my mistake)[,.; ]");

    private static Regex OnlyCorrects => field ??= new("^(?:[\\s,.!:;、，。]|(?<![a-z])(?:no|nope|wait|sorry|oops|oh|actually|hang on|hold on|i mean(?:t)?|make (?:it|that)|rather|instead|please|pls|not (?:that|this|them)(?: one)?|the|one|it's|it is|for|just|only|and)(?![a-z])|不对|不是(?:这家|他们|它)?|慢着?|等等|等一?下|哎呀?|哦|噢|啊|我?(?:说|弄|搞|点|写)?错了|口误|换成|换|改成|改为|改|还是|应该是|要的是|我是说|是|吧|了|算了|那就|那|就|先|和|跟|只|光|仅|单|给|延|催|发|退|免|通知|这一?家|一家)+$");

    private static Regex Corrects => field ??= new("(?:^|[,]|那|就|算了)(?:就|先)?(?:只|光|仅|单)(?:给|延|催|发|退|免|通知|是|要)?|(?:^|[,])(?:算了|那)?就给|(?<![a-z])(?:only|just)(?![a-z])|(?<![a-z])(?:no|nope|wait|sorry|oops|actually|hang on|hold on|i mean(?:t)?|make (?:it|that)|rather|instead|not (?:that|this|them))(?![a-z])|不对|不是|慢|等等|等一?下|哎|错了|口误|换|改|应该是|要的是|我是说");

    /// <summary>别催商务了，催农业: the units of the clauses that leave out, and those of the clauses that want.</summary>
    /// <returns>Null when the words do not do both.</returns>
    private static (IReadOnlyList<Guid> Dropped, IReadOnlyList<Guid> Wanted)? Instead(Understood said)
    {
        var (dropped, wanted, last) = (new List<Guid>(), new List<Guid>(), true);
        foreach (var clause in Clauses.Split(said.Plain))
        {
            last = LeavesOut(clause) || !(Wants.IsMatch(clause) || OnlyYes.IsMatch(clause)) && last;
            var its = said.Units.Where(unit => unit.One is not null && clause.Contains(unit.Words, StringComparison.Ordinal)).Select(unit => unit.One!.Id);
            (last ? dropped : wanted).AddRange(its);
        }
        wanted.RemoveAll(dropped.Contains);
        return dropped.Count > 0 && wanted.Count > 0 ? (dropped, wanted) : null;
    }

    private static Wish With(Wish wish, List<Guid> units) => wish with { UnitId = units[0], MoreUnits = units[1..] };

    private static Regex Exception => field ??= new("除了?|除外|以外|(?<=[\u4e00-\u9fff])不(?:用)?(?:延|退|收|免|批)了|不包括|不含|去掉|剔除|扣除|排除|拿掉|划掉|删掉|撤掉|(?:不用|不要|别|甭|不必|先不|就不|(?<![催发要能会行好可])不)(?:再|给|跟|去)?(?:·|他们|它)*(?:催|发|通知|带|敲|碰|惊动|打扰|理|烦|喊|找|算|放)(?!定)|先(?:放|搁|等|缓|留)(?:一放|一搁|一等|一缓|着|过|一下)(?=$|[,.吧了])|(?:就|先)?(?:放过|饶了?|略过|跳过|免了)|(?:不用|不要|(?<!^)算了|就免了|先放一放)(?:吧|了)?$|(?:不用|不要|(?<!^[那哎唉]?)算了|就免了|先放一放|别管)(?:吧|了)?[,.]|(?<![a-z])forget (?:about )?(?!it|that)(?=[a-z])|(?<![a-z])never mind (?:about )?(?=[a-z])|except|excluding|exclude|other than|but not|apart from|leav(?:e|ing) .{0,30}?(?:out|off)|take .{1,30}? (?:out|off)|without|skip|drop|minus|omit|remove|^not (?:for )?(?:the )?(?=[a-z])|not (?=[a-z]+$)|(?:don't|dont|do not) (?:urge|chase|nudge|remind|include|send|write|bother|touch|ping|poke|message|count|knock)|(?<![a-z])spare (?=[a-z])|hold off (?:on |with )?(?=[a-z])|no need to (?:urge|chase|remind|include|write)");

    private static Regex Everybody => field ??= new("统统|通通|一律|一概|全部|全都|全体|全员|所有|大家|各单位|各家|各部门|每家|挨个|都催|都发|逾期|超期|过期|没报|未报|没交|未交|还没|欠|拖|落后|剩下|其余|其他|没动静|迟迟|(?<![a-z])(?:all|every|everyone|everybody|each|lot|them|those|these|rest|others|late|overdue|missing|outstanding|laggards?|stragglers?|behind|n't|not|who|whoever)(?![a-z])");

    private static Regex Clauses => field ??= new("[,.;，。；]|(?<=了)(?=[就只])| but | instead of | and (?=(?:chase|urge|nudge|remind|push|do)(?![a-z]))");

    private static Regex Wants => field ??= new("(?<!别|不|不要|不用|甭)(?:催|发|通知|提醒)|(?:改|换)(?:成|为)?|而是|(?<!不)是|^\\s*(?:就|只|光|只留)(?!不)|instead|(?<!don't |not )(?<![a-z])(?:chase|urge|nudge|remind|push|do|tell|make it)(?![a-z])");

    private static Regex OnlyYes => field ??= new("^(?:好的?|嗯+|行|ok)$");

    private static Regex GoesOn => field ??= new("^(?:还有|以及|再有|再来|and |plus )");

    private static Regex Added => field ??= new("加(?:上|进)|加(?:一)?个|带上|算上|也(?:一起|一并)?(?:催|发|通知|带|给|要)|一[起并块](?:催|发|通知)|(?<![a-z])(?:include|add|as well|plus|too)(?![a-z])|^(?:and )?also ");
}

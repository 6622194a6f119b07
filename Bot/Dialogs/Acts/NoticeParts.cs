using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Understanding;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>make it 12:00-14:00, and only Commerce and Health; 还是发给大家，时间就按新的: other recipients of a notice, and another text besides. Pure.</summary>
internal static class NoticeParts
{
    /// <returns>The wish with both; null where the words name no recipients so, or leave a part that is not understood.</returns>
    public static Wish? Of(Turn turn, Wish wish)
    {
        if (wish.Text is not { } text || turn.Said.EndsAsQuestion || To.Match(turn.Said.Raw) is not { Success: true } to)
            return null;
        var who = turn.Said.Raw.Substring(to.Index, to.Length);
        var rest = Edges.Replace($"{Edges.Replace(turn.Said.Raw[..to.Index], "")} {Edges.Replace(turn.Said.Raw[(to.Index + to.Length)..], "")}".Trim(), "").Trim();
        if (Edges.Replace(Openers.Replace(rest, ""), "").Trim() is { Length: > 0 } change && !Keeps.IsMatch(change))
        {
            if (NoticeChange.Of(text, change) is not { Length: > 0 } changed)
                return null;
            text = changed;
        }
        if (to.Groups["all"].Success)
            return wish with { Text = text, UnitId = null, MoreUnits = [], Except = [], UnclearUnit = null, Name = nameof(BroadcastAudience.Contacts) };
        IReadOnlyList<Unit> units = [.. turn.Plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id)];
        var named = UnitNames.Find(Spelling.Plain(who), units).Select(unit => unit.Mention).ToList();
        // A name that fits none, or several, or a number that is not theirs, is asked about and never passed over.
        if (named.Count == 0 || named.Exists(mention => mention.One is null))
            return null;
        var ids = named.Select(mention => mention.One!.Id).Distinct().ToList();
        return wish with { Text = text, UnitId = ids[0], MoreUnits = ids[1..], Except = [], UnclearUnit = null };
    }

    private static Regex To => field ??= new("(?<all>(?<![a-z])(?:everybody|everyone|all (?:of them|units|of the units|sixteen|[0-9]+(?: units)?|contacts)|the whole lot|all)(?: after all| again| instead| then)*(?![a-z]))|(?<all>(?:还是|就|改成|改回|那就|都|仍)*(?:发给?|通知|给|要)?(?:全部|所有|大家|全体|各)(?:单位|家|人)?(?:都|全)?(?:发|通知)?(?:吧|了)?(?=$|[,，。;；]))|(?<![a-z])(?:only|just)(?: to| for)? [^;；]{3,160}|(?:只|仅|光|就)(?:发|给|通知|要)(?:给)?[^;；。]{2,60}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex Openers => field ??= new("^(?:(?:no|wait|hang on|hold on|sorry|actually|oh|ok|please|hm+|不|不对|等等|等一?下|算了|哎|唉|嗯|那|好)(?![a-z])[,，.。! ]*)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex Edges => field ??= new("^(?:[,，.。;；! ]|(?:and|but|also|then)(?![a-z])|但是?|不过|而且|并且|另外)+|(?:[,，.。;；! ]|(?<![a-z])(?:and|but|also|then|send it|to)|但是?|不过|而且|并且|另外)+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>keep the new time, 内容不变.</summary>
    private static Regex Keeps => field ??= new("^(?:keep|leave|with|same)(?: to)? (?:the )?(?:new |changed |same |text|time|wording|rest|date|hours?|message)+(?: as (?:it is|they are|before|now))?[.!]?$|^(?:the )?(?:text|time|wording|rest|message)(?: stays?| remains?| is)(?: the same| as it is| unchanged| new)?[.!]?$|^(?:时间|内容|文字|其他|其余|别的|日期)?(?:就|还|仍|还是|都|先)?(?:按|用|保留|保持)?(?:新|改后|改过|刚才|现在|原来)?(?:的)?(?:时间|内容|文字|那个|日期)?(?:就|还|都)?(?:不变|不动|不改|保留|照旧|就行|不用改)?(?:了|吧)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}

using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>发个通知：周五下午系统维护. The words go out as they were typed.</summary>
public sealed class BroadcastAct(Broadcast broadcast) : IAct
{
    private const string TextPart = "text";
    private const string UnitPart = "unit";

    public string Name => "broadcast";

    public bool IsMeant(Intent intent, Asker asker) => intent == Intent.Broadcast && asker.Sees(Ability.RunPlan);

    public Wish Read(Turn turn, Wish wish)
    {
        var isFirst = wish.Name is null;
        // A later utterance changes the audience only where it says so: 只发给逾期单位.
        if (!isFirst && !OnlyTo.IsMatch(turn.Said.Plain))
            return wish;
        IReadOnlyList<Unit> units = [.. turn.Plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id)];
        // Of a message that carries its notice, the words understood are those before it.
        var carried = isFirst && turn.Said.Text is null ? AfterAddress(turn.Said.Raw, units) : null;
        var head = carried is null ? turn.Said.Plain : Spelling.Plain(turn.Said.Raw.Trim()[..^carried.Length]);
        var mentions = carried is null ? turn.Said.Units : [.. UnitNames.Find(head, units).Select(unit => unit.Mention)];
        var named = mentions.Select(mention => mention.One?.Id).OfType<Guid>().Distinct().ToList();
        var isLeftOut = UnitsMeant.LeavesOut(head);
        return wish with
        {
            Name = AudienceOf(head).ToString(), UnitId = isLeftOut || named.Count == 0 ? null : named[0], MoreUnits = isLeftOut ? [] : [.. named.Skip(1)], Except = isLeftOut ? named : [],
            UnclearUnit = mentions.FirstOrDefault(mention => mention.One is null)?.Words ?? (carried is null ? UnclearUnit.In(turn) : null),
            PlanId = PlanQuestion.Read(turn, wish).PlanId, Text = turn.Said.Text ?? wish.Text ?? carried,
        };
    }

    /// <summary>改成…, 把九点改成十点, 时间改成10点 and 加一句… change the text; 把金融局也加上 and 教委就不用发了 who gets it.</summary>
    public Wish? Corrected(Turn turn, Wish wish) => NoticeParts.Of(turn, wish) is { } both ? both :
        wish.Text is { } text && NoticeChange.Of(text, turn.Said.Raw) is { } changed ? wish with { Text = changed }
        : turn.Said is { EndsAsQuestion: false, Units.Count: 0 } && NotThoseDone.IsMatch(turn.Said.Plain) ? wish with { Name = nameof(BroadcastAudience.Missing) } : UnitsMeant.Changed(turn.Said, wish);

    /// <summary>已经交了的就别打扰了, skip those who have reported: to whoever still has something open.</summary>
    private static Regex NotThoseDone => field ??= new("(?:已(?:经)?)?(?:交|报|填)(?:了|过|完|齐)(?:了)?的(?:单位|人|那些|几家|就|都|也)*(?:别|不用|不要|不必|甭|无需)|(?:别|不用|不要)(?:发给|打扰|通知|给)(?:已(?:经)?)?(?:交|报|填)(?:了|过|完|齐)?(?:了)?的|只(?:发|给|通知)(?:给)?(?:还)?(?:没|未)(?:交|报|填)|(?:skip|not|leave out|except|without) (?:to )?(?:those|the ones|units|anyone|anybody|whoever)[a-z ]{0,14}(?:reported|submitted|filed|sent)|only (?:to )?(?:those|the ones|units)[a-z ]{0,10}(?:not|n't)");

    public Wish? Answer(Turn turn, Wish wish, string part, string said) => part switch
    {
        // 就这么发 is no text.
        TextPart when AtPreview.Agrees(turn.Said, Name) => null,
        TextPart => (NoticeChange.Of("", said) ?? said).Trim() is { Length: > 0 } text ? wish with { Text = text } : null,
        UnitPart => turn.Said.Unit?.One is { } unit ? wish.UnitId is null || wish.UnitId == unit.Id ? wish with { UnitId = unit.Id, UnclearUnit = null } : wish with { MoreUnits = [.. wish.MoreUnits.Append(unit.Id).Distinct()], UnclearUnit = null } : null,
        PlanQuestion.Part => PlanQuestion.Answer(turn, wish, said),
        _ => null,
    };

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var language = turn.Language;
        if (turn.Plans.Count == 0)
            return new ActStep.Refused(CommonTexts.NoPlanYet(language));
        // A name that fits no unit, or several, must never send to all.
        if (wish.UnclearUnit is { } words)
            return new ActStep.Ask(UnitPart, turn.Said.Unit is { IsAmbiguous: true } named ? UnitTexts.WhichOne(named.Words, named.Candidates, language) : UnitTexts.Unknown(words, language));
        if (PlanOf(turn, wish) is not { } view)
            return PlanQuestion.Ask(turn.Plans, language);
        if (wish.Text is not { } text)
            return new ActStep.Ask(TextPart, BroadcastTexts.AskText(language));
        if (text.Length == 0)
            return new ActStep.Ask(TextPart, BroadcastTexts.AskWholeText(language));
        if (text.Length > Broadcast.Longest)
            return new ActStep.Ask(TextPart, BroadcastTexts.TooLong(text.Length, Broadcast.Longest, language));
        var preview = await broadcast.PreviewAsync(OrderOf(wish, view), cancellationToken);
        return preview.Recipients.Count == 0
            ? new ActStep.Refused(BroadcastTexts.Nobody(Lines(preview.Unreachable), language))
            : new ActStep.Ready(WithHint(BroadcastTexts.Preview(text, AudienceOf(wish), Lines(preview.Recipients), Lines(preview.Unreachable), Waiting(preview, view), language), text, preview.Recipients, view, language));
    }

    /// <summary>A unit that is blamed by name before others: said before it goes out, for such lists are forbidden.</summary>
    private static Reply WithHint(Reply preview, string text, IReadOnlyList<BroadcastRecipient> recipients, PlanView view, Language language)
    {
        var plain = Spelling.Plain(text);
        var named = PublicBlame.IsMatch(plain) ? UnitNames.Find(plain, view.Units).Select(unit => unit.Mention.One).OfType<Unit>().DistinctBy(unit => unit.Id).Select(unit => unit.Name).ToList() : [];
        return named.Count > 0 && recipients.Any(person => person.Units.Any(unit => !named.Contains(unit))) && preview.Text.LastIndexOf('\n') is > 0 and var end
            ? preview with { Text = $"{preview.Text[..end]}\n{BroadcastTexts.Blames(named, recipients.Count, language)}{preview.Text[end..]}" } : preview;
    }

    private static Regex PublicBlame => field ??= new("批评|通报|点名|拖后腿|落后|垫底|倒数|最后一名|最差|太差|敷衍|应付|拖延|拖拉|不重视|不配合|(?:还|仍|一直|至今|迟迟)?(?:没|未|不)(?:有)?(?:按时)?(?:报|交|动)|逾期|超期|(?<![a-z])(?:blame|shame|worst|slowest|lazy|sloppy|careless|behind|overdue|(?:still )?(?:has|have) not (?:reported|submitted)|hasn't|haven't|failed to|always late|(?:is|are|was|were) late|last again|letting (?:us|everyone) down)(?![a-z])");

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        if (PlanOf(turn, wish) is not { } view || await broadcast.RunAsync(OrderOf(wish, view), turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken) is not { } sent)
            return new(BroadcastTexts.NotSent(turn.Language));
        return new(BroadcastTexts.Sent(sent.Recipients.Count, Waiting(sent, view), turn.Language), wish.Id.ToString());
    }

    public async Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken) =>
        await broadcast.RecallAsync(Guid.Parse(undo), turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken) is var (recalled, gone)
            ? BroadcastTexts.Recalled(recalled, gone, turn.Language)
            : ActTexts.CannotUndo(turn.Language);

    /// <summary>通知逾期单位的领导，务必重视; 发一条消息说明天系统升级: what follows the address is to be passed on. Shown word for word before it goes out.</summary>
    private static string? AfterAddress(string raw, IReadOnlyList<Unit> units) =>
        AddressedText.StartIn(raw.Trim(), units) is { } start ? raw.Trim()[start..]
        : Address.Match(raw.Trim()) is { Success: true } addressed && addressed.Groups["text"].Value.Trim() is var text && text.Count(char.IsLetter) >= 4 && !Polite.IsMatch(text) ? text : null;

    /// <summary>Null when several plans run and it matters which: units are shared, contacts are one person each, so all of several plans is asked about.</summary>
    private static PlanView? PlanOf(Turn turn, Wish wish)
    {
        var views = PlanQuestion.Left(turn, wish);
        return views.Count == 1 || (views.Count > 1 && wish.UnitId is not null) ? views[0] : null;
    }

    private static BroadcastOrder OrderOf(Wish wish, PlanView view) => new(wish.Id, view.Plan.Id, view.KeyOf(null), Audience(wish), wish.UnitId is { } unit ? [unit, .. wish.MoreUnits] : null, wish.Text!, wish.Except, wish.AtThisHour);

    private static (DateTimeOffset Until, TimeZoneInfo Zone)? Waiting(BroadcastPreview preview, PlanView view) => preview.WaitsUntil is { } until ? (until, view.Zone) : null;

    private static BroadcastAudience Audience(Wish wish) => Enum.TryParse<BroadcastAudience>(wish.Name, out var audience) ? audience : BroadcastAudience.Contacts;

    private static string AudienceOf(Wish wish) => Audience(wish).ToString();

    private static BroadcastAudience AudienceOf(string head) =>
        Overdue.IsMatch(head) ? BroadcastAudience.Overdue : Missing.IsMatch(head) ? BroadcastAudience.Missing : Leaders.IsMatch(head) ? BroadcastAudience.UnitLeaders : BroadcastAudience.Contacts;

    private static List<UrgeLine> Lines(IReadOnlyList<BroadcastRecipient> people) => [.. people.Select(person => new UrgeLine(person.Name, [.. person.Units.Select(unit => new UnitCount(unit, 0, 0))], null))];

    private static Regex OnlyTo => field ??= new("(?:只|仅|都|改|改成|换成)(?:发|通知|给)|(?<!别|(?<!要)不)(?:发|通知)(?:给|到)|only to|send (?:it )?to", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex Address => field ??= new(@"^(?:请|帮我|麻烦)?(?:在群里|群里|给.{1,12})?(?:群?发|通知|告诉|转告|知会|广播)[^，,。：:\n]{0,20}?(?:[，,]\s*|说(?:一[声下])?[，,]?\s*)(?<text>.+)$|^(?:请|帮我|麻烦|你)*(?:给|向|对|跟|和|替我)[^，,。：:\n]{1,30}?(?:(?:带|捎|传)(?:个|一?句)?(?:话|信儿?)|(?:说|讲|知会|回|答复|交代)(?:一?[声下句]|个?话|个信)?)(?:过去)?[，,：:\s]\s*(?<text>.+)$|^(?:please )?(?:tell|notify|inform|let|send)\b[^,:\n]{0,60}?(?:,\s*| (?:that|know that|saying(?: that)?) )(?<text>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private static Regex Polite => field ??= new("^(?:好吗|行吗|可以吗|谢谢|麻烦了|辛苦|thanks|please)|^(?:内容|文字)(?:我)?(?:等下|稍后|回头)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex Overdue => field ??= new("逾期|超期|overdue|(?<![a-z])late(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex Missing => field ??= new("没报|未报|没交|未交|没有报|not reported|(?:have|has|did)(?:n't| not)|missing|outstanding|remaining|open", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex Leaders => field ??= new("领导|负责人|负责同志|leaders?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}

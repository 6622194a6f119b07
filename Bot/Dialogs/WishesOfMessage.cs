using System.Text.RegularExpressions;
using Microsoft.Bot.Builder;
using PlanBot.Dialogs.Acts;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Reporting;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs;

/// <summary>Takes a message that wishes for several things apart: the first is dealt with now, the others wait on the <see cref="Agenda"/>.</summary>
internal sealed class WishesOfMessage(ActDialog acts, Agenda agenda)
{
    /// <summary>Of several wishes in one message the first; the others wait. A contact's words may be a report and are never taken apart.</summary>
    /// <param name="before">What was spoken of last; null when that is long ago.</param>
    /// <returns>The turn, with the first wish alone where there are several.</returns>
    public async Task<Turn> FirstAsync(ITurnContext context, Turn turn, Focus? before, CancellationToken cancellationToken)
    {
        if (turn.Plans.Count != 1 || turn.Said is { Text: not null } or { IsCorrection: true } or { IsWhole: true } || Permissions.ReportsFor(turn.Asker.Person).Any())
            return turn;
        if (turn.Said.Intent == Intent.Decline && CounterOffer.In(turn.Said.Raw) is var (decision, offer))
            return await DeclineAndOfferAsync(context, turn, decision, offer, before, cancellationToken);
        if (ContactByContact.In(turn.Said.Raw, turn.Said, turn.Plans[0].Units) is { Count: > 1 } changes && acts.Meant(turn with { Said = changes[0] }) is not null)
        {
            context.TurnState.Set(new SaidBeside([.. changes.Skip(1)]));
            turn = turn with { Said = changes[0] };
            context.TurnState.Set(turn);
            return turn;
        }
        // 头一条太水，退给他们: rulings that are not wishes each by itself are shown as one.
        if (TaskByTask.In(turn.Said.Raw, turn.Said) is { Count: > 1 } rulings && SeveralWishes.In(turn.Said.Raw, part => Understand.Utterance(part, turn.Plans[0].Units, speaker: turn.Asker.Speaker), said => KindOf(turn, said)) is var apart
            && !rulings.All(ruling => apart.Any(wish => wish.Intent == ruling.Intent && wish.Tasks.SequenceEqual(ruling.Tasks))))
            return Together(context, turn, rulings, before);
        if (SeveralWishes.Unheard(turn.Said.Raw, part => Understand.Utterance(part, turn.Plans[0].Units, speaker: turn.Asker.Speaker), said => KindOf(turn, said)) is var (unheard, heard))
        {
            await Turn.SendAsync(context, ActTexts.NotHeard(unheard, turn.Language), cancellationToken);
            turn = turn with { Said = Context.Complete(Understand.Utterance(heard, turn.Plans[0].Units, speaker: turn.Asker.Speaker), before, turn.Plans) };
            context.TurnState.Set(turn);
        }
        var wishes = SeveralWishes.In(turn.Said.Raw, part => Understand.Utterance(part, turn.Plans[0].Units, speaker: turn.Asker.Speaker), said => KindOf(turn, said));
        // 谁改的、几号改的、为啥 is one question, which the trail answers.
        if (wishes is [{ Intent: Intent.Audit }, ..] && wishes.All(wish => Answerer.IsQuestion(wish.Intent)))
            return turn;
        if (wishes.Count == 0)
            wishes = UnitByUnit.Of(turn.Said);
        if (wishes.Count == 0)
            return turn;
        await agenda.AddAsync(context, [.. wishes.Skip(1).Select(Waiting.Of)], cancellationToken);
        turn = turn with { Said = Context.Complete(wishes[0], before, turn.Plans) };
        context.TurnState.Set(turn);
        return turn;
    }

    /// <summary>第二条过了，头一条退: each of its tasks has a ruling of its own, and all are shown and confirmed as one.</summary>
    private static Turn Together(ITurnContext context, Turn turn, IReadOnlyList<Understood> rulings, Focus? before)
    {
        var first = Context.Complete(rulings[0], before, turn.Plans);
        context.TurnState.Set(new SaidBeside([.. rulings.Skip(1).Select(ruling => ruling with { Units = first.Units, Periods = first.Periods })]));
        turn = turn with { Said = first };
        context.TurnState.Set(turn);
        return turn;
    }

    /// <summary>First the request is declined, then the unit is given the day that was offered instead; each is shown and confirmed.</summary>
    private async Task<Turn> DeclineAndOfferAsync(ITurnContext context, Turn turn, string decision, string offer, Focus? before, CancellationToken cancellationToken)
    {
        await agenda.AddAsync(context, [Waiting.Of(turn.Said) with { Text = offer, Tasks = [], Periods = [] }], cancellationToken);
        turn = turn with { Said = Context.Complete(Understand.Utterance(decision, turn.Plans[0].Units, speaker: turn.Asker.Speaker), before, turn.Plans) };
        context.TurnState.Set(turn);
        return turn;
    }

    /// <summary>ok nudge them, said when nothing waits for an ok: what follows is the wish. A contact's yes is about a draft.</summary>
    public Turn WithoutOpening(Turn turn)
    {
        if (turn.Said.Intent == Intent.Greeting && Permissions.ReportsFor(turn.Asker.Person).Any())
            return WithoutGreeting(turn);
        // 算了 改明天早上9点吧, after a reminder was put off: another time, and nothing given up.
        if (turn.Said.Intent is Intent.Cancel or Intent.Undo or Intent.No && Permissions.ReportsFor(turn.Asker.Person).Any() && OtherTime.Match(turn.Said.Raw) is { Success: true } time)
            return turn with { Said = Heard(turn, time.Groups["rest"].Value) };
        // 先报第三项 其他两项还在等处室: which task, and why not the others.
        if (Permissions.ReportsFor(turn.Asker.Person).Any() && OnlyThisTask.Match(turn.Said.Raw) is { Success: true } task)
            return turn with { Said = Heard(turn, task.Groups["first"].Value) };
        // 上市那项他们还没给我，我先填信贷这项行不: which one is begun, and why not the others.
        if (Permissions.ReportsFor(turn.Asker.Person).Any() && FirstThisOne.Match(turn.Said.Raw) is { Success: true } first)
            return turn with { Said = Heard(turn, first.Groups["first"].Value) with { Intent = Intent.StartReport, Confidence = 0.95, IsByExample = false, LikeReport = 0, EndsAsQuestion = false, IsQuestion = false } };
        // 你催吧, when nothing waits for a yes.
        if (!Permissions.ReportsFor(turn.Asker.Person).Any() && AsUrging(turn.Said) is { } urging)
            return turn with { Said = urging };
        if (turn.Said.Intent == Intent.Cancel && !Permissions.ReportsFor(turn.Asker.Person).Any() && RatherThat.Match(turn.Said.Raw) is { Success: true } rather)
            return WishIn(turn, rather.Groups["rest"].Value);
        if (turn.Said.Intent is not (Intent.Confirm or Intent.None or Intent.Thanks or Intent.Greeting or Intent.No) || Permissions.ReportsFor(turn.Asker.Person).Any() || Understanding.WithoutOpening.Of(turn.Said.Raw) is not { } rest)
            return turn;
        return WishIn(turn, rest);
    }

    /// <returns>Null unless the yes is one to an urging by name.</returns>
    private static Understood? AsUrging(Understood said) => said is { Intent: Intent.Confirm, EndsAsQuestion: false } && (said.Evidence.Any(evidence => evidence.Idea == nameof(Intent.Urge)) && said.Others.FirstOrDefault(one => one.Intent == Intent.Urge) is { Confidence: >= 0.85 } urge ? urge
        // 核对完了，恢复吧.
        : said.Others.FirstOrDefault(one => one.Intent is Intent.ResumeReminders or Intent.PauseReminders) is { Confidence: >= 0.8 } reminders ? reminders : null) is { } wished
        ? said with { Intent = wished.Intent, Confidence = wished.Confidence } : null;

    /// <summary>算了不打了还是你催吧, said when nothing is open that could be dropped: what follows is wanted instead.</summary>
    private static Regex RatherThat => field ??= new("^(?:那|哎|唉)?(?:算了|不用了|不必了|得了)(?:吧)?(?:[,，。\\s]*(?:我)?(?:就|先)?不[^,，。\\s还]{1,5}了)?[,，。\\s]*(?:还是|就|那|直接|干脆)*(?<rest>\\S.{2,})$|^(?:never ?mind|forget it|scrap that|no,? don't)(?: (?:the|about|that) [a-z ]{2,16})?[,.;\\s]+(?:just|rather|instead|you|better)?\\s*(?<rest>\\S.{4,})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex OtherTime => field ??= new("^(?:算了|等等|等一?下|哎呀?|唉|不)[，,\\s]*(?<rest>(?:还是)?(?:改|换|挪)(?:到|成|为)?(?:今天|明天|后天|今晚|明早|早上|上午|中午|下午|晚上|傍晚|[0-9]|下?周|下?星期).{1,20})$");

    private static Regex OnlyThisTask => field ??= new("^(?<first>(?:我们?|这次|这回)?(?:就|先|只)(?:报|填|写|交)(?:一下)?第[^，,。\\s]{1,2}[项条个件])[，,。\\s]+(?:其他|其它|其余|另外|剩下|余下|别的)(?:的)?(?:[^，,。]{0,2}[项条个件])?[^，,。0-9：:]{0,20}[。.]?$");

    private static Regex FirstThisOne => field ??= new("^[^，,。0-9：:]{4,40}[，,](?:[^，,。0-9：:]{2,20}[，,])?(?:那|我们?|咱们?|要不)*(?<first>先(?:填|报|写|交)[^，,。：:]{2,10}[项条块])(?:行不行|行不|可以吗|可不可以|行吗|成吗|好不好|好吗|吧)?[?？。]?$");

    /// <summary>Other words than were typed, as this person would mean them.</summary>
    internal static Understood Heard(Turn turn, string words) =>
        Understand.Utterance(words, [.. turn.Plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id)], PlanChoice.Names(turn.Plans), turn.Asker.Speaker);

    private Turn WishIn(Turn turn, string rest)
    {
        var heard = Heard(turn, rest);
        heard = AsUrging(heard) ?? heard;
        var isWish = heard.IsSure(SureOfRest) && (acts.Meant(turn with { Said = heard }) is not null || Answerer.IsQuestion(heard.Intent) || heard.Intent is Intent.Undo or Intent.Urge or Intent.Fragment or Intent.Thanks || Understand.IsDoneToUnits(heard.Intent));
        return isWish ? turn with { Said = heard } : turn;
    }

    /// <summary>您好，想问下怎么报: what follows a contact's greeting is what is meant.</summary>
    private static Turn WithoutGreeting(Turn turn) => Greeted.Match(turn.Said.Raw) is { Success: true } greeted
        && Heard(turn, greeted.Groups["rest"].Value) is { Intent: not (Intent.None or Intent.Greeting) } rest
        ? turn with { Said = rest } : turn;

    private static Regex Greeted => field ??= new("^\\s*(?:hi|hello|hey|good (?:morning|afternoon|evening)|morning|dear \\w+|你好|您好|早上?好?|上午好|中午好|下午好|晚上好|哈喽|老师好|领导好)(?:[^,，.。!！:：?？\\n]{0,12}[,，.。!！:：?？\\n]+|(?<=[\u4e00-\u9fff])\\s+)\\s*(?<rest>\\S.{5,})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private const double SureOfRest = 0.55;

    /// <summary>What a part of a message is by itself, where it is surely something.</summary>
    private WishKind KindOf(Turn turn, Understood said) =>
        // 念给我听 after a question about a unit reads its report.
        said is { Intent: Intent.ReadReport, IsByExample: false } && said.IsSure(0.6) && (said.Units.Count > 0 || said.Leftover.Length == 0) ? WishKind.Question
        : !said.IsSure(0.75) || said.IsByExample || said.Intent is Intent.Help or Intent.MyReport ? WishKind.None
        : Answerer.IsQuestion(said.Intent) ? WishKind.Question
        // 催谁 asks; it urges nobody.
        : said.Evidence.Any(evidence => evidence.Idea == "Who") ? WishKind.None
        : acts.Meant(turn with { Said = said }) is not null || Understand.IsDoneToUnits(said.Intent) ? WishKind.Act : WishKind.None;

    /// <summary>这样就可以了。对了，下一回是几号交？: the yes counts at once, the question is answered afterwards.</summary>
    public async Task<Turn> AskAfterwardsAsync(ITurnContext context, Turn turn, string yes, string question, CancellationToken cancellationToken)
    {
        var units = turn.Plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id).ToList();
        var asked = Understand.Utterance(question, units, PlanChoice.Names(turn.Plans), turn.Asker.Speaker);
        if (!Answerer.IsQuestion(asked.Intent))
            return turn;
        await agenda.AddAsync(context, [Waiting.Of(asked)], cancellationToken);
        context.Activity.Text = yes;
        turn = turn with { Said = Understand.Utterance(yes, units, speaker: turn.Asker.Speaker) };
        context.TurnState.Set(turn);
        return turn;
    }

    /// <summary>对，提交，另外第一条也是没进展: what is shown is filed, and what is told besides of another task has its turn.</summary>
    /// <returns>The turn as it is, where the rest is no report of another task.</returns>
    public async Task<Turn> TellAfterwardsAsync(ITurnContext context, Turn turn, ReportForm shown, string yes, string more, CancellationToken cancellationToken)
    {
        // 提交吧，第一项过两天: nothing is to be done of it now.
        if (RemarkOfOther.Read(more, shown) is not null)
        {
            context.Activity.Text = yes;
            context.TurnState.Set(turn = turn with { Said = Heard(turn, yes) });
            return turn;
        }
        var told = Heard(turn, more);
        var shownTasks = shown.Parts.SelectMany(part => part.Ordinals);
        var named = SameForTasks.In(more) is { Tasks.Count: > 0 } same ? same.Tasks : told.Tasks.Count > 0 ? told.Tasks : (shown.Subjects.FindOfNil(more) is { } subject ? [subject] : []);
        // yep. and for the roads one pls give me til the 10th: filed, and then asked for.
        var isWish = told is { LikeReport: < UnlikeText } && told.IsSure(0.8) && acts.Meant(turn with { Said = told }) is { IsRequest: true } or { Name: "snooze" };
        var isOfOthers = isWish || named.Count > 0 ? !named.Intersect(shownTasks).Any() : told.Intent == Intent.Nil && !shown.Parts.Any(part => part.IsNil);
        if (!isOfOthers || !(isWish || SameForTasks.In(more) is not null || told.Intent is Intent.Nil or Intent.StartReport || (named.Count > 0 && shown.IsEdit && Routing.Of(turn with { Said = told }) is Route.Report { Kind: ReportRequestKind.Correction }) || (named.Count > 0 && SummaryYes.OrdersToFile(yes) && Routing.Of(turn with { Said = told }) is Route.Report)))
            return turn;
        await agenda.AddAsync(context, [Waiting.Of(told)], cancellationToken);
        context.Activity.Text = yes;
        turn = turn with { Said = Heard(turn, yes) };
        context.TurnState.Set(turn);
        return turn;
    }

    /// <summary>确认，再把第一项退回: the answer counts at once, the rest afterwards.</summary>
    public async Task<Turn> PutAsideAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken)
    {
        if (SeveralWishes.AfterAnswer(turn.Said.Raw) is not var (answer, rest) || turn.Plans.Count != 1)
            return turn;
        var isContact = Permissions.ReportsFor(turn.Asker.Person).Any();
        // 是的，你跟工信局说一声。然后第一项我报：…: the yes by another name, and what is told of another task.
        if (isContact)
            rest = ToldOn.Replace(rest, match => match.Length == rest.Length ? match.Value : "").Trim();
        var wish = Understand.Utterance(rest, turn.Plans[0].Units, speaker: turn.Asker.Speaker);
        if (isContact && wish is { IsQuestion: true } && wish.Others.FirstOrDefault(other => other.Confidence >= SureOfOther && Answerer.IsQuestion(other.Intent)) is { } asked && !Answerer.IsQuestion(wish.Intent))
            wish = wish with { Intent = asked.Intent, Confidence = asked.Confidence, Reason = null };
        if (KindOf(turn, wish) == WishKind.None && !(isContact && wish is { LikeReport: >= LikeText } && (wish.Tasks.Count > 0 || wish.TaskSubject is not null) && rest.AsSpan().IndexOfAny(':', '：') > 0 && Routing.Of(turn with { Said = wish }) is Route.Report))
            return turn;
        // 对，请转给牵头的同志 says yes twice.
        var isSame = isContact && PassesOn.IsMatch(Spelling.Plain(rest));
        var waiting = Waiting.Of(wish);
        if (wish.Units.Count == 0 && wish.Intent != Intent.Urge && Understand.IsDoneToUnits(wish.Intent))
            waiting = waiting with { UnitId = await acts.OpenUnitAsync(context, cancellationToken) };
        if (!isSame)
            await agenda.AddAsync(context, [waiting], cancellationToken);
        // 不退了 drops what is shown, whatever it is called.
        answer = SeveralWishes.Drops(answer) ? turn.Language.In("取消", "cancel") : answer;
        context.Activity.Text = answer;
        turn = turn with { Said = Understand.Utterance(answer, turn.Plans[0].Units, speaker: turn.Asker.Speaker) };
        context.TurnState.Set(turn);
        return turn;
    }

    /// <summary>More like a report than like an aside.</summary>
    private const double LikeText = 0.5;

    private const double SureOfOther = 0.85;

    private const double UnlikeText = 0.1;

    /// <summary>你跟工信局说一声, before more; …，我转给她, after a question.</summary>
    private static Regex ToldOn => field ??= new("^(?:那|就|请|麻烦|你|您|帮我|帮忙|替我们?|please )*(?:跟|和|向|给|同|tell )[^,，。.;；\\n]{1,16}(?:(?:说|讲|反映|汇报|打)(?:一?声|一下|个招呼)?|so|that)(?:吧|了)?[。.;；,，!！\\n]+\\s*(?:(?:然后|另外|还有|对了|then|also|and)[,，\\s]*)?|[,，]\\s*我(?:再|来|好|就)?(?:转给|转告|转达|告诉|发给|跟)(?:她|他|他们|同事|对方)(?:说)?(?:一?声)?[。.!！]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex PassesOn => field ??= new("^(?:for )?(?:all|both|the two|the three)(?: (?:of )?(?:them|tasks|two|three|of these|items))*[.!]*$|^(?:[一两二三四五六七八九]项|全部|所有的?|各项)(?:任务)?(?:都|全)?(?:要|得|需要)?(?:缓|延|宽限|改|这样)?[.!]*$|^(?:就|只|仅)?(?:是)?(?:这|那)一?[项个条件](?:任务)?(?:[,.](?:其余|其他|另外|剩下|别的).{0,8}(?:照常|不变|不动|照报|照旧|不延))?$|^(?:其余|其他|另外|剩下|别的).{0,8}(?:照常|不变|不动|照报|照旧|不延)$|^(?:just|only) (?:this|that|the) one[.!]*$|^(?:请|麻烦|就|那|您|你|帮我|帮忙|直接|please )*(?:转(?:给|交|达|告|过去|一下)|报(?:给|告给?)(?!送)|告诉|反映(?:给|上去)?|提交?给|发给|pass (?:it|this|that) on|forward (?:it|this|that)|send it (?:on|to)|let them know|tell them)(?!.{0,12}(?:负责|接手|接替))");
}

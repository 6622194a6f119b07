using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Turns an utterance into an intent and what it is about. Pure: rules in, a value out; whether the person may ask is decided elsewhere.</summary>
public static partial class Understand
{
    /// <summary>Longer texts are reports; no command is looked for in them.</summary>
    public const int LongestCommand = 160;

    /// <summary>民航局呢, and the aviation bureau?</summary>
    private const int LongestFragment = 34;

    /// <param name="units">Units that can be meant, in the notice's order.</param>
    /// <param name="plans">What the plans that can be meant are called; null when there is only one.</param>
    public static Understood Utterance(string raw, IReadOnlyList<Unit> units, PlanNames? plans = null, Speaker speaker = Speaker.Unknown)
    {
        var language = Languages.Of(raw);
        // What follows 发个通知： is to be sent word for word, and nothing in it is a command.
        foreach (var start in new[] { NoticeCommand.StartIn(raw), BroadcastText.StartIn(raw) }.OfType<int>())
        {
            if (Sentence(raw[BroadcastText.HeadIn(raw)..start], new(units, plans, speaker), language) is { Intent: Intent.Broadcast or Intent.Urge or Intent.WhoMissing or Intent.WhoOverdue } broadcast)
                return broadcast with { Intent = Intent.Broadcast, Raw = raw, Text = BroadcastText.Of(raw, start) };
        }
        if (raw.Length > LongestCommand * 2)
            return Nothing(raw, language);
        if (LanguageWish.In(raw) is { } wished)
            return new() { Raw = raw, Plain = Spelling.Plain(raw), Intent = Intent.SpeakLanguage, Confidence = 1, Language = wished };
        var named = new Named(units, plans, speaker);
        // 给发改、教委捎句话：…: to whom stands before the colon, what after it.
        if (speaker == Speaker.Office && Head.Match(raw) is { Success: true } head && Sentence(head.Value, named, language) is { Intent: Intent.Broadcast, Confidence: > SureOfHead } message)
            return message with { Raw = raw, Text = BroadcastText.Of(raw, head.Length + 1) };
        // 没交的全部催办，就说：…: what is to be urged stands before, and the note behind it.
        if (speaker != Speaker.Unit && UrgeNote.In(raw) is var (end, note) && Sentence(raw[..end], named, language) is { Intent: Intent.Urge, Confidence: > SureOfHead } urging)
            return urging with { Raw = raw, Text = note };
        if (speaker == Speaker.Unit && WithoutRest(raw) is { } wish && Sentence(wish, named, language) is { Intent: Intent.Extend } extension)
            return extension;
        return WithSecondThought(raw, named, language) ?? Sentence(raw, named, language);
    }

    /// <summary>延三天吧，哦不对，五天: what is said last counts, and none of it is a reason.</summary>
    /// <returns>Null when nobody changes their mind in this sentence.</returns>
    private static Understood? WithSecondThought(string raw, Named named, Language? language)
    {
        if (SecondThought.Match(Spelling.Fold(raw)) is not { Success: true } turn || Sentence(raw[..turn.Index], named, language) is not { } first
            || !(IsDoneToUnits(first.Intent) || WantsReason(first.Intent)))
            return null;
        var then = Reading.Of(Spelling.Plain(raw[(turn.Index + turn.Length)..]), named);
        if ((then.When is null && then.Days is null && then.Tasks.Count == 0 && then.Units.Count == 0) || then.Coverage.Share < 0.6)
            return null;
        var (when, days) = then.When is null && then.Days is null ? (first.When, first.Days) : (then.When, then.Days);
        return first with
        {
            Raw = raw, When = when, Days = days, Tasks = then.Tasks.Count > 0 ? then.Tasks : first.Tasks, Units = then.Units.Count > 0 ? then.Units : first.Units,
        };
    }

    /// <summary>How sure it must be that words before a colon ask for a message to be sent.</summary>
    private const double SureOfHead = 0.6;

    private static Regex Head => field ??= new(@"^[^:：\n]{4,60}(?=[:：]\s*\S{2})");

    private static Understood Sentence(string raw, Named named, Language? language)
    {
        if (Spelling.Plain(raw) is not { Length: > 0 and <= LongestCommand } plain)
            return Nothing(raw, language);
        var read = Reading.Of(plain, named);
        var ranking = Ranking.Of(read);
        var (intent, confidence) = ranking.Meanings.Count > 0 ? (ranking.Meanings[0].Intent, ranking.Meanings[0].Confidence) : (Intent.None, 0);
        var weight = ranking.Weight;
        // 教委都报齐了吗 asks about one.
        if (intent == Intent.AllIn && read.Units is [{ One: not null }])
            intent = Intent.UnitStatus;
        var understood = new Understood
        {
            Raw = raw, Plain = plain, Intent = intent, Confidence = confidence, Language = language,
            Others = [.. ranking.Meanings.Skip(1)], LikeReport = ranking.LikeReport, IsByExample = ranking.IsByExample, Evidence = read.Evidence,
            Periods = read.Periods, Plans = read.Plans, Units = read.Units, Tasks = read.Tasks, TaskSubject = read.Subject, AllTasks = read.AllTasks, Section = read.Section,
            When = read.When, Days = read.Days, Refers = read.Refers, IsCorrection = read.Ideas.Contains("Correcting"),
            Request = NumberOf(RequestNumber.Match(plain)) ?? (intent is Intent.Grant or Intent.Decline ? NumberOf(BareNumber.Match(plain)) : null), Version = NumberOf(VersionNumber.Match(plain)),
            Mentioned = intent == Intent.Mentions ? MentionWords.In(raw) : null, ContactKind = KindOf(plain), Format = FormatOf(plain),
            IsQuestion = read.Ideas.Contains("Question"), EndsAsQuestion = QuestionEnd.IsMatch(plain), Leftover = read.Coverage.Leftover(),
            UnknownName = read.Units.Count > 0 ? null : UnknownNames.In(plain, read.Coverage.Masked()),
        };
        // waive the forum task, the congress is postponed: what was put off is the reason, and nothing is extended.
        if (understood is { Intent: Intent.Extend, When: null, Days: null } && read.Ideas.Contains(nameof(Intent.Waive)) && plain.Split(',', '.', ';').Any(clause => WasPutOff.IsMatch(clause.Trim())))
            understood = understood with { Intent = intent = Intent.Waive, Confidence = Math.Max(confidence, 0.92), IsByExample = false };
        // 网信办第二项退回，若干是几家得写清楚: what it is returned for is no question.
        if (named.Speaker == Speaker.Office && understood is { Units.Count: > 0, Intent: Intent.ReadReport or Intent.UnitStatus or Intent.FindTasks or Intent.None } && IsReturned.IsMatch(plain))
            understood = understood with { Intent = intent = Intent.Return, Confidence = 0.95, IsByExample = false, IsQuestion = false, EndsAsQuestion = false };
        understood = OfDates(understood);
        if (named.Speaker != Speaker.Unit && OfOffice(understood) is { } ofOffice)
            return ofOffice;
        if (named.Speaker == Speaker.Unit && OfContact(understood) is { } ofContact)
            return ofContact;
        if (named.Speaker == Speaker.Unit)
            understood = SurelyAskedFor(understood);
        // What is done to an office that the plan does not have must never be done to all: 暂停民航局的提醒.
        if (understood.Unit is null && IsDoneToUnits(intent) && OfficeWords.Find(plain, read.Coverage.Masked()) is { } office)
            understood = understood with { Units = [new UnitMention([], office.Words)], Confidence = Math.Max(understood.Confidence, weight * 0.6) };
        // 民航局呢: the last question, about an office that the plan does not have. It is said that there is none.
        if (understood.Unit is null && understood.Plain.Length <= LongestFragment && (read.UnknownOffice?.Words ?? understood.UnknownName) is { } other && read.Ideas.Contains("Fragment") && read.Tasks.Count == 0 && !Answers.Answerer.IsQuestion(intent))
            understood = understood with { Intent = Intent.Fragment, Confidence = 0.85, IsByExample = false, Units = [new UnitMention([], other)] };
        // 水务报了吗 asks about one, though the plan has none of that name.
        if (understood is { Unit: null, UnknownName: not null, IsByExample: true, Intent: Intent.AllIn or Intent.WhoReported or Intent.Rate } && understood.Others.FirstOrDefault(one => one.Intent == Intent.UnitStatus) is { Confidence: >= 0.5 } ofOne)
            understood = understood with { Intent = Intent.UnitStatus, Confidence = ofOne.Confidence, IsByExample = false };
        if (WantsPerson(intent) && PersonWords.Find(raw) is { } person)
        {
            read.Coverage.AddWords(Spelling.Plain(person.Name ?? ""));
            understood = understood with
            {
                NewPerson = person, Confidence = weight * Math.Min(1, read.Coverage.Share / 0.8), Leftover = read.Coverage.Leftover(),
                UnknownName = read.Units.Count > 0 ? null : UnknownNames.In(plain, read.Coverage.Masked()),
            };
        }
        return WantsReason(understood.Intent) ? WithReason(understood, weight, named) : understood;
    }

    /// <summary>去年的 names a year where nothing else names a period; why oct 12 asks about a due day.</summary>
    private static Understood OfDates(Understood understood)
    {
        if (understood.Periods.Count == 0 && (understood.IsQuestion || Answers.Answerer.IsQuestion(understood.Intent) || understood.Intent is Intent.None or Intent.Fragment or Intent.Export) && !IsDoneToUnits(understood.Intent) && understood.Text is null && DueWords.YearIn(understood.Plain) is { } year)
            understood = understood with { Periods = [year] };
        return understood.When is { Reference: DateReference.Date, Day: not null } && DueWords.AsksWhyThatDay(understood.Plain)
            ? understood with { Intent = Intent.DueDate, Confidence = 0.95, IsByExample = false, IsQuestion = true, EndsAsQuestion = true, IsWhole = true, Tasks = [], LikeReport = 0 } : understood;
    }

    /// <summary>With the reason apart: units, tasks and dates that it speaks of are not what is wanted.</summary>
    private static Understood WithReason(Understood understood, double weight, Named named)
    {
        var reason = ReasonText.Find(understood.Raw, named.Units, clause => IsWish(clause, understood.Intent, named), clause => LikenessToWish(clause, understood.Intent, named), named.Speaker == Speaker.Unit);
        if (reason.Text is null)
            return understood;
        reason = reason with { Text = WithoutSubject(reason.Text, understood.TaskSubject) };
        if (reason.Wish == understood.Raw)
            return understood with { Reason = reason.Text };
        var wish = Reading.Of(Spelling.Plain(reason.Wish), named);
        // A wish that stands by itself needs no more explaining, however long its reason; 已延期，正在赶工 tells of something done and is none.
        var confidence = Done.IsMatch(Spelling.Plain(reason.Wish)) ? understood.Confidence : Math.Max(understood.Confidence, weight * Math.Min(1, wish.Coverage.Share / 0.8) * 0.95);
        return understood with
        {
            Reason = reason.Text, Confidence = confidence, Units = wish.Units.Count > 0 ? wish.Units : understood.Units, Tasks = wish.Tasks.Count > 0 ? wish.Tasks : understood.Tasks,
            // 退回去，成效太虚，7号前补上来: a day that is no part of the reason belongs to the wish.
            When = wish.When ?? (understood.Intent == Intent.Handover ? understood.When : wish.Days is null && DateWords.Find(Spelling.Plain(reason.Text ?? "")) is null ? understood.When : null), Days = wish.Days, Periods = wish.Periods,
        };
    }

    /// <summary>'s forum task is moot, the congress is postponed: what names the task is no reason, where another follows.</summary>
    private static string WithoutSubject(string reason, string? subject) =>
        subject is not null && reason.IndexOfAny([',', '，', '.', '。', ';', '；']) is > 0 and var end && Spelling.Plain(reason[..end]).Contains(subject, StringComparison.Ordinal) && reason[(end + 1)..].Trim() is { Length: > 3 } rest ? rest : reason;

    /// <summary>A clause that holds the wish, or names only what it is about (教委第三项), or is politeness.</summary>
    private static bool IsWish(string clause, Intent intent, Named named)
    {
        if (Spelling.Plain(clause) is not { Length: > 0 } plain)
            return true;
        // 平台验收推迟了 tells why more time is asked for.
        if (SeveralWishes.TellsOfDone(clause) || (intent == Intent.Extend && WasPutOff.IsMatch(plain)))
            return false;
        var read = Reading.Of(plain, named);
        return IdeasOf(intent).Any(read.Ideas.Contains) || (read.Coverage.Share > 0.8 && (read.Ideas.Contains("Correcting") || read.Ideas.All(idea => idea[0] == '@' || idea is Lexicon.Filler or "Confirm" or "Thanks" or "Greeting" or "Question" or "Own")));
    }

    private static Regex WasPutOff => field ??= new("^(?!(?:请|申请|想|我们?想|希望|时间|期限)).*[\u4e00-\u9fff]{2,}(?:推迟|延期|延后|改期|顺延)了$|^.*[a-z] (?:was|were|is|has been|have been|got) (?:postponed|delayed|put off|pushed back|moved)[.]?$");

    /// <summary>Ideas that by themselves are such a wish: 我看过了，没毛病，收了吧 accepts in each of its clauses.</summary>
    private static string[] IdeasOf(Intent intent) => intent switch
    {
        Intent.Accept => [nameof(Intent.Accept), "Approve", "Seen", nameof(Intent.Grant)], Intent.PauseReminders => ["Pause", "PauseUrge", nameof(Intent.Snooze), nameof(Intent.Cancel), "Later"], _ => [intent.ToString()],
    };

    /// <summary>How surely examples take a clause that no rule knows for the wish: 给他们推到月底.</summary>
    private static double LikenessToWish(string clause, Intent intent, Named named) => !SeveralWishes.TellsOfDone(clause) && Spelling.Plain(clause) is { Length: > 0 } plain
        && Ranking.Of(Reading.Of(plain, named)) is { LikeReport: < 0.5, Meanings: [var likeliest, ..] } && likeliest.Intent == intent ? likeliest.Confidence : 0;

    private static Understood Nothing(string raw, Language? language) => new() { Raw = raw, Plain = "", Intent = Intent.None, Confidence = 0, Language = language };

    /// <summary>What is done to one unit or several.</summary>
    internal static bool IsDoneToUnits(Intent intent) => intent is Intent.PauseReminders or Intent.ResumeReminders or Intent.Urge or Intent.Extend or Intent.Return or Intent.Accept
        or Intent.Waive or Intent.ChangeContact or Intent.Invite or Intent.WhoIsContact or Intent.Broadcast or Intent.FollowProblem or Intent.CloseProblem;

    /// <summary>What is said would change a report, or put one of its versions back.</summary>
    internal static bool WantsToChange(Intent intent) => IsDoneToUnits(intent) || intent is Intent.EditReport or Intent.CarryOver or Intent.Withdraw;

    private static bool WantsReason(Intent intent) => intent is Intent.Return or Intent.Waive or Intent.Extend or Intent.Decline or Intent.NotOurs or Intent.Handover or Intent.Withdraw
        or Intent.Accept or Intent.Grant or Intent.Snooze or Intent.PauseReminders;

    private static bool WantsPerson(Intent intent) => intent is Intent.ChangeContact or Intent.Handover or Intent.Invite or Intent.WhoIsContact or Intent.NotOurs;

    private static int? NumberOf(Match match) => match.Success ? Numbers.Parse(match.Groups["n"].Value) : null;

    private static ContactKind? KindOf(string plain) => Backup.IsMatch(plain) ? Data.Model.ContactKind.Backup : UnitLeader.IsMatch(plain) ? Data.Model.ContactKind.UnitLeader : null;

    private static string? FormatOf(string plain) => Format.Match(plain) is { Success: true } format
        ? format.Groups["word"].Success ? "docx" : format.Groups["excel"].Success ? "xlsx" : format.Value
        : null;

    private static Regex QuestionEnd => field ??= new(@"(?:吗|么|呢|来着|是吧|对吧|对不对|是不是|(?<=[了过])没有?|没有|(?<again>[\u4e00-\u9fff])没\k<again>|(?<verb>[\u4e00-\u9fff])不\k<verb>|(?:还|会|要|能|可以)[^,.]{0,3}[\u4e00-\u9fff]不|(?:要不要|用不用|需不需要|还要|还用|还需要?|该不该|是不是|有没有|会不会)(?:再)?(?:报|写|填|交|弄|改|管|发|报送|填报)(?:了|它|吗|么)?|\?)(?:我们?|咱们?)?$|^(?:did|does|has|have|is|are|when|what|who|which|how)(?= ).{0,60}$");

    private static Regex RequestNumber => field ??= new($@"(?:申请|请求)(?:第)?#?(?<n>{Numbers.Pattern})(?:号|个)?(?!天|周|日|月)|第?(?<n>{Numbers.Pattern})(?:号|个|条|份)?(?:申请|请求)|(?:request|application) (?:no\.? ?|number ?|#)?(?<n>{Numbers.EnglishPattern})");

    private static Regex BareNumber => field ??= new(@"(?<![a-z])(?:no\.? ?|number |#)(?<n>[0-9]{1,3})(?![0-9])");

    private static Regex VersionNumber => field ??= new($"(?:第|头)(?<n>{Numbers.Pattern})版|version (?<n>{Numbers.EnglishPattern})(?![a-z])|(?<![a-z])v(?<n>[0-9]{{1,2}})(?![0-9])");

    private static Regex SecondThought => field ??= new(@"[,.;\s](?:哦|噢|啊|呃|额|唉|哎)?,?(?:不对|说错了|错了|更正一?下?|不(?=,)|等一?下,?是|no,? wait|no(?=,|\s+(?:wait|make|until|till|by|on|to|not|the [0-9]|[0-9]|one|two|three|four|five|six|seven|ten|only|mon|tue|wed|thu|fri|sat|sun|next|this|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|task))|sorry|i mean|scratch that|make that)[,:\s]*(?:应该是|是|要)?\s*");

    private static Regex Done => field ??= new("已|了(?!吧|$)|[a-z]ed (?!off)");

    private static Regex IsReturned => field ??= new("^[^,.;?]{2,24}?(?<![没不别未被再又要能谁会法因])(?:退回|打回)(?:去|来|重报|重写|重做|修改|他们|给他们)?[,.;](?!.*(?:对吗|是吗|了吗|了没)$)");

    private static Regex Backup => field ??= new("备用|备份|后备|替补|(?:再|多|另|另外)(?:加|增加|添|配|安排|登记)(?:上)?(?:一)?(?:个|位|名)(?:新)?(?:的)?(?:联络员|联系人|人)|(?:second|additional|another|extra|one more) contact|候补|副联络员|backup|deputy contact|b角");

    private static Regex UnitLeader => field ??= new("分管领导|单位领导|负责人是|unit's leader|unit leader");

    private static Regex Format => field ??= new("(?<excel>excel|xlsx|电子表格|表格|(?:个|张|份)表(?![示达态单述明])|spreadsheet)|(?<word>word|docx|公文)|csv|json");
}

using System.Text.RegularExpressions;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Reporting;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs;

/// <summary>三个事：一是进展…；二是二季度截止哪天；三是…: what a contact asks or wishes for in the same message as a report. Pure.</summary>
/// <param name="Text">What is left for the report, as typed.</param>
/// <param name="Questions">To be answered at once.</param>
/// <param name="Wishes">To be done when the report is.</param>
internal sealed record BesideReport(string Text, IReadOnlyList<Understood> Questions, IReadOnlyList<Understood> Wishes)
{
    private const int Longest = 300;
    private const int MostParts = 6;

    /// <summary>So like a report is a text, and so little what is none.</summary>
    private const double LikeText = 0.5;
    private const double UnlikeText = 0.1;

    private const double SureOfQuestion = 0.8;
    private const double SureOfWish = 0.85;

    /// <param name="understand">What a part alone means.</param>
    /// <param name="isWish">Whether it is something that this person can have done.</param>
    /// <param name="whole">What the message means as one.</param>
    /// <returns>Null where all of the message is one or the other.</returns>
    public static BesideReport? Apart(string raw, Func<string, Understood> understand, Func<Understood, bool> isWish, Understood whole)
    {
        if (raw.Length is < 12 or > Longest || Pieces(raw) is not { Count: >= 2 and <= MostParts } pieces)
            return null;
        var (texts, questions, wishes) = (new List<string>(), new List<Understood>(), new List<Understood>());
        var hasText = false;
        foreach (var piece in pieces)
        {
            var words = Joining.Replace(piece.Trim(), "");
            var said = understand(words.TrimEnd('。', '；', ';', '，', ','));
            var isElse = said.LikeReport < UnlikeText && said.Plain.Count(char.IsLetterOrDigit) >= 4;
            if (isElse && Answerer.IsQuestion(said.Intent) && said.Intent != Intent.NotNow && (said.IsQuestion || said.EndsAsQuestion) && said.IsSure(SureOfQuestion))
                questions.Add(said);
            else if (isElse && said.Intent != Intent.BackAgain && ForSection.IsSurelyElse(said) && said.IsSure(SureOfWish) && isWish(said))
                wishes.Add(said);
            else
            {
                // 来得及吗？还在等数据: why it is asked.
                hasText |= said.LikeReport >= LikeText && !OfProgram.IsMatch(words) && !(questions.Count > 0 && StillWaiting.IsMatch(words));
                texts.Add(piece.Trim());
            }
        }
        var text = string.Concat(texts).Trim();
        // 报成功没有？系统没给回执: why it is asked.
        if (!hasText && questions.Count == 1 && wishes.Count == 0 && texts.Count > 0 && texts.TrueForAll(rest => OfProgram.IsMatch(rest) || StillWaiting.IsMatch(rest)))
            return new("", questions, []);
        if (!hasText && questions.Count == 1 && wishes.Count == 0 && whole is { LikeReport: < UnlikeText } && (whole.IsByExample || whole.Intent is Intent.None or Intent.Accept or Intent.Return) && whole.Intent != questions[0].Intent && pieces[^1].Contains(questions[0].Raw, StringComparison.Ordinal))
            return new("", questions, []);
        // 数据还没出来。能不能缓两天: what is told beside a wish is its reason, unless it is counted or labelled.
        if (wishes.Count > 0 && !Labelled.IsMatch(text) && !Counted.IsMatch(raw))
            return null;
        return !hasText || questions.Count + wishes.Count == 0 ? null : new(Joining.Replace(text, ""), questions, wishes);
    }

    /// <summary>是的，你跟他们说一声。然后第一项我报：…: a yes, and a report behind it.</summary>
    public static bool FollowsYes(string raw) => YesAndReport.IsMatch(raw);

    private static Regex YesAndReport => field ??= new("^(?:是的?|对的?|好的?|行|可以|嗯+|确认|没错|yes|yep|ok(?:ay)?|sure)[,，。.;；!！ ].*(?:然后|另外|还有|再|then|also|and)[^。.\\n]{2,40}[:：]\\s*\\S{4}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    /// <summary>Its points where it counts them, without what announces them; else its sentences.</summary>
    private static List<string> Pieces(string raw)
    {
        var points = Counted.Matches(raw).ToList();
        if (points.Count >= 2 && raw[..points[0].Index].Length <= 16)
            return [.. points.Select((point, i) => raw[(point.Index + point.Length)..(i + 1 < points.Count ? points[i + 1].Index : raw.Length)])];
        return [.. Sentences.Matches(raw).Select(sentence => sentence.Value).Where(sentence => sentence.Any(char.IsLetterOrDigit))];
    }

    private static Regex Labelled => field ??= new("(?:进展|问题|困难|成效|效果|下一步|progress|problems?|issues?|results?|next(?: steps?)?)(?:情况|工作)?\\s*[:：]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex Counted => field ??= new("(?<=^|[:：,，;；。、\\s])[一二三四五]是(?=\\S)|(?<=[:：;；。\\n]\\s*)(?:[1-5][)）.、](?![0-9])|[(（][1-5一二三四五][)）])\\s*");

    private static Regex Sentences => field ??= new("(?:[^。；;！!？?.\\n]|\\.(?!\\s))+(?:[。；;！!？?\\n]|\\.(?=\\s|$))*\\s*");

    /// <summary>系统没给回执: of the program, and no progress.</summary>
    private static Regex OfProgram => field ??= new("^(?:你们?的?|这个?|那个?|我这(?:边|里)?)?(?:系统|平台|机器人|页面|网页|链接|app|手机)(?:里|上|也|都|怎么|好像|一直|老)*(?:没|不|卡|打不开|进不去|崩|没反应)|^(?:我)?(?:也|都|还|一直)?没(?:收到|看到|见到|给)?(?:任何|什么)?(?:回执|回复|确认|通知|提示)|(?<![a-z])(?:no (?:receipt|confirmation|reply)|(?:i )?(?:got|received|saw) (?:no|nothing)|(?:didn't|did not) (?:get|see|receive) (?:a|any) (?:receipt|confirmation|reply))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex StillWaiting => field ??= new("^(?:我们?|这边|现在|目前|数据|材料|[,，])*(?:还|仍)?(?:在)?(?:等|催|凑|汇总|收集|统计)(?:着)?[^。.0-9]{0,16}[。.]?$|^(?:we(?:'re| are)|i(?:'m| am))?\\s*still (?:waiting|collecting|chasing|gathering|missing|compiling)[^.0-9]{0,40}\\.?$|^(?:还没|没)(?:出来|拿到|到齐|汇总|统计|弄完|写完)[^。.0-9]{0,8}[。.]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>另外, 对了: joins a part to the one before.</summary>
    private static Regex Joining => field ??= new("^(?:(?:另外|还有|对了|然后|再就是|顺便(?:问|说)?一?下?|顺便|by the way|btw|also|and also)[,，:： ]*)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}

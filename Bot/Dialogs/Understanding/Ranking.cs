using PlanBot.Dialogs.Answers;

namespace PlanBot.Dialogs.Understanding;

/// <summary>What a sentence may mean: by the rules, and by what was learnt from examples where that is surer.</summary>
/// <param name="Meanings">The likeliest first, each intent once.</param>
/// <param name="Weight">Of the first, before it is asked how much of the sentence is explained.</param>
/// <param name="LikeReport">0 to 1: how like the examples of reports it is.</param>
internal sealed record Ranking(IReadOnlyList<Meaning> Meanings, double Weight, double LikeReport)
{
    /// <summary>The first meaning is learnt from examples, and no rule's.</summary>
    public bool IsByExample { get; private init; }

    /// <summary>So sure must examples be where a rule that explains the sentence says something else.</summary>
    private const double Certain = 0.9;

    /// <summary>Rules as sure as this decide by themselves.</summary>
    private const double SureRule = 0.75;

    /// <summary>A likelihood that is enough for what only tells, and for what would change something; the latter shows what it would do and asks first.</summary>
    private const double EnoughToTell = 0.35;
    private const double EnoughToAct = 0.4;

    /// <summary>A shorter word is in too many sentences.</summary>
    private const int FewestLetters = 2;

    /// <summary>Less is nothing to ask about.</summary>
    private const double Faint = 0.1;

    public static Ranking Of(Reading read)
    {
        var share = Math.Min(1, read.Coverage.Share / 0.8);
        var byRules = IntentRules.Rank(read.Ideas);
        var meanings = byRules.Select(one => new Meaning(one.Intent, one.Weight * share)).ToList();
        // 第二项, 不是，二季度: nothing but what it is about, which examples of whole sentences know nothing of.
        if (read.Coverage.Letters < FewestLetters || (byRules.Count > 0 && byRules[0].Intent == Intent.Fragment && IsOnlyNames(read)))
            return new(meanings, byRules.Count > 0 ? byRules[0].Weight : 0, 0);
        var learnt = Examples.Default.Rank(Traits.Of(read));
        var likeReport = learnt.First(one => one.Meaning == Examples.Report).Likelihood;
        // Whether it is a report at all is another question.
        var byExample = learnt.Where(one => one.Meaning != Examples.Report && one.Likelihood >= Faint / 2)
            .Select(one => new Meaning(Enum.Parse<Intent>(one.Meaning), one.Likelihood / Math.Max(0.2, 1 - likeReport))).Where(one => one.Confidence >= Faint && !Decides(one.Intent)).ToList();
        if (byExample.Count > 0 && IsEnough(byExample[0], meanings))
            return new([byExample[0], .. byExample.Skip(1).Concat(meanings).Where(one => one.Intent != byExample[0].Intent).GroupBy(one => one.Intent).Select(same => same.MaxBy(one => one.Confidence)!).OrderByDescending(one => one.Confidence)], 0.95, likeReport) { IsByExample = true };
        var agreeing = meanings.Count > 0 ? byExample.Find(one => one.Intent == meanings[0].Intent) : null;
        if (agreeing is not null && agreeing.Confidence > meanings[0].Confidence)
            meanings[0] = agreeing;
        meanings.AddRange(byExample.Where(one => !meanings.Exists(other => other.Intent == one.Intent)));
        return new([.. meanings.Take(1), .. meanings.Skip(1).OrderByDescending(one => one.Confidence)], byRules.Count > 0 ? byRules[0].Weight : 0, likeReport);
    }

    private static bool IsOnlyNames(Reading read) =>
        read.Coverage.Share > 0.8 && !read.Ideas.Contains(Reading.AsksForSection) && read.Ideas.All(idea => idea[0] == '@' || idea is Lexicon.Filler or nameof(Intent.Fragment) or "Correcting" or nameof(Intent.No) or "Likewise" or "Question");

    private static bool IsEnough(Meaning likeliest, List<Meaning> byRules)
    {
        if (likeliest.Intent == Intent.None || (byRules.Count > 0 && (byRules[0].Intent == likeliest.Intent || IsOneWord(likeliest.Intent))))
            return false;
        // 不催了 half-way through an urging drops it.
        if (byRules.Count > 0 && Decides(byRules[0].Intent) && byRules[0].Confidence >= SureRule)
            return false;
        return likeliest.Confidence >= (byRules.Count > 0 && byRules[0].Confidence >= SureRule ? Certain : Answerer.IsQuestion(likeliest.Intent) ? EnoughToTell : EnoughToAct);
    }

    /// <summary>Said in a word or two, which stand in many other sentences as well: there the rules know better.</summary>
    private static bool IsOneWord(Intent intent) => intent is Intent.Greeting or Intent.Thanks or Intent.Help;

    /// <summary>What files a report or drops one is taken from rules alone: to be merely like a yes is not enough.</summary>
    private static bool Decides(Intent intent) => intent is Intent.Confirm or Intent.No or Intent.Cancel;
}

namespace PlanBot.Dialogs.Understanding;

/// <summary>What a sentence may mean: by the rules, and by the examples where the rules leave it open or an example says nearly the same.</summary>
/// <param name="Meanings">The likeliest first, each intent once.</param>
/// <param name="Weight">Of the first, before it is asked how much of the sentence is explained.</param>
/// <param name="LikeReport">0 to 1: how like the examples of reports it is.</param>
internal sealed record Ranking(IReadOnlyList<Meaning> Meanings, double Weight, double LikeReport)
{
    /// <summary>The first meaning is an example's, and no rule's.</summary>
    public bool IsByExample { get; private init; }

    /// <summary>An example that says nearly the same counts more than any rule.</summary>
    private const double NearlyTheSame = 0.75;

    /// <summary>Rules as sure as this decide by themselves.</summary>
    private const double SureRule = 0.6;

    /// <summary>Found on sentences that were in neither the rules nor the examples. Likeness that is enough for what only tells, and for what would change something; the latter shows what it would do and asks first.</summary>
    private const double EnoughToTell = 0.25;
    private const double EnoughToAct = 0.3;

    /// <summary>A shorter word is in too many sentences.</summary>
    private const int FewestLetters = 2;

    public static Ranking Of(Reading read)
    {
        var share = Math.Min(1, read.Coverage.Share / 0.8);
        var byRules = IntentRules.Rank(read.Ideas);
        var meanings = byRules.Select(one => new Meaning(one.Intent, one.Weight * share)).ToList();
        var near = Examples.Default.Nearest(read);
        var likeReport = near.Where(one => one.Meaning == Examples.Report).Select(one => one.Likeness).FirstOrDefault();
        var byExample = near.Where(one => one.Meaning != Examples.Report).Select(one => (Intent: Enum.Parse<Intent>(one.Meaning), one.Likeness)).Where(one => !Decides(one.Intent)).ToList();
        if (byExample.Count > 0 && read.Coverage.Letters >= FewestLetters && IsEnough(byExample[0].Intent, byExample[0].Likeness, meanings))
            return new([new(byExample[0].Intent, Math.Min(1, 0.3 + byExample[0].Likeness)), .. meanings.Where(one => one.Intent != byExample[0].Intent)], 0.95, likeReport) { IsByExample = true };
        // Too unlike to be sure, yet worth asking about.
        meanings.AddRange(byExample.Where(one => !meanings.Exists(other => other.Intent == one.Intent)).Select(one => new Meaning(one.Intent, one.Likeness * 0.6)));
        return new([.. meanings.Take(1), .. meanings.Skip(1).OrderByDescending(one => one.Confidence)], byRules.Count > 0 ? byRules[0].Weight : 0, likeReport);
    }

    private static bool IsEnough(Intent intent, double likeness, List<Meaning> byRules)
    {
        if (byRules.Count > 0 && (byRules[0].Intent == intent || IsOneWord(intent)))
            return false;
        return likeness >= NearlyTheSame
            || ((byRules.Count == 0 || byRules[0].Confidence < SureRule) && likeness >= (Answers.Answerer.IsQuestion(intent) ? EnoughToTell : EnoughToAct));
    }

    /// <summary>Said in a word or two, which stand in many other sentences as well: there the rules know better.</summary>
    private static bool IsOneWord(Intent intent) => intent is Intent.Greeting or Intent.Thanks or Intent.Help;

    /// <summary>What files a report or drops one is taken from rules alone: to be merely like a yes is not enough.</summary>
    private static bool Decides(Intent intent) => intent is Intent.Confirm or Intent.No or Intent.Cancel;
}

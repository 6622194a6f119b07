using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Tells meanings apart by traits, having learnt from sentences of known meaning: logistic regression over many meanings, the same from the same sentences.</summary>
internal sealed class Learnt
{
    private const int Rounds = 14;

    /// <summary>The mean of the last rounds is kept: what one round ends with leans to the sentences that came last, and turns by chance when others are added.</summary>
    private const int RoundsKept = 7;
    private const float Rate = 0.5f;

    /// <summary>Of what no other sentence shows nothing can be learnt.</summary>
    private const int FewestSentences = 2;

    /// <summary>What nobody was heard to say makes everything else count for less.</summary>
    private const double WeightOfUnknown = 0.25;

    /// <summary>To be raised when sentences are learnt from, or what was learnt is written down, in another way.</summary>
    private const int Way = 2;

    /// <summary>Rules, examples and code in one: a model is of use to the build that it was made for.</summary>
    private static readonly string Build = typeof(Learnt).Module.ModuleVersionId.ToString();

    /// <summary>Rarity of a trait that is in every twentieth sentence.</summary>
    private const double Common = 3;

    private readonly string[] meanings;
    private readonly Dictionary<string, int> traits;
    private readonly float[] rarity;

    /// <summary>By trait and meaning, with room for whole vectors.</summary>
    private readonly float[] weights;
    private readonly int width;

    /// <summary>What was to be learnt, in short.</summary>
    private readonly string lesson;

    private Learnt(string lesson, string[] meanings, Dictionary<string, int> traits, float[] rarity)
    {
        (this.lesson, this.meanings, this.traits, this.rarity) = (lesson, meanings, traits, rarity);
        width = (meanings.Length + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        weights = new float[traits.Count * width];
    }

    /// <param name="sentences">Meanings and the traits of what was said.</param>
    /// <param name="kept">A file of <see cref="Write"/>: when an earlier build learnt there from the same sentences, nothing is learnt anew.</param>
    public static Learnt From(IReadOnlyList<(string Meaning, IReadOnlyCollection<string> Traits)> sentences, string? kept = null)
    {
        var lesson = LessonOf(sentences);
        if (kept is not null && Read(kept, (_, earlier) => earlier == lesson) is { } known)
            return known;
        var counts = sentences.SelectMany(sentence => sentence.Traits).CountBy(trait => trait).Where(count => count.Value >= FewestSentences).OrderBy(count => count.Key, StringComparer.Ordinal).ToList();
        var learnt = new Learnt(
            lesson,
            [.. sentences.Select(sentence => sentence.Meaning).Distinct().Order(StringComparer.Ordinal)],
            counts.Select((count, number) => (count.Key, number)).ToDictionary(pair => pair.Key, pair => pair.number),
            [.. counts.Select(count => (float)Math.Log(1 + ((double)sentences.Count / count.Value)))]);
        learnt.Learn([.. sentences.Select(sentence => (Array.IndexOf(learnt.meanings, sentence.Meaning), learnt.Weigh(sentence.Traits)))]);
        return learnt;
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    /// <returns>Null when there is no such file, or another build of the program wrote it.</returns>
    public static Learnt? Read(string path) => Read(path, (build, _) => build == Build);

    private static Learnt? Read(string path, Func<string, string, bool> serves)
    {
        if (!File.Exists(path))
            return null;
        using var reader = new BinaryReader(File.OpenRead(path));
        var (build, lesson) = (reader.ReadString(), reader.ReadString());
        if (!serves(build, lesson))
            return null;
        var meanings = Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString()).ToArray();
        var traits = new Dictionary<string, int>();
        var rarity = new float[reader.ReadInt32()];
        for (var i = 0; i < rarity.Length; i++)
            (traits[reader.ReadString()], rarity[i]) = (i, reader.ReadSingle());
        var learnt = new Learnt(lesson, meanings, traits, rarity);
        for (var i = 0; i < rarity.Length * meanings.Length; i++)
            learnt.Row(learnt.weights, i / meanings.Length)[i % meanings.Length] = (float)reader.ReadHalf();
        return learnt;
    }

    public void Write(string path)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(Build);
        writer.Write(lesson);
        writer.Write(meanings.Length);
        foreach (var meaning in meanings)
            writer.Write(meaning);
        writer.Write(traits.Count);
        foreach (var (trait, number) in traits.OrderBy(pair => pair.Value))
        {
            writer.Write(trait);
            writer.Write(rarity[number]);
        }
        for (var i = 0; i < traits.Count * meanings.Length; i++)
            writer.Write((Half)Row(weights, i / meanings.Length)[i % meanings.Length]);
    }

    /// <summary>The likeliest meaning first; the likelihoods add up to 1.</summary>
    public IReadOnlyList<(string Meaning, double Likelihood)> Rank(IReadOnlyCollection<string> shown)
    {
        var likelihoods = new float[width];
        Judge(Weigh(shown), likelihoods);
        return [.. meanings.Select((meaning, i) => (meaning, (double)likelihoods[i])).OrderByDescending(one => one.Item2)];
    }

    private static string LessonOf(IReadOnlyList<(string Meaning, IReadOnlyCollection<string> Traits)> sentences)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Way} {Rounds} {Rate} {FewestSentences} {WeightOfUnknown} {Common}")));
        foreach (var (meaning, shown) in sentences)
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{meaning}\t{string.Join('\t', shown)}"));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <summary>Adaptive gradient descent on the likelihood of what was meant.</summary>
    private void Learn((int Meaning, (int Trait, float Weight)[] Traits)[] sentences)
    {
        var squares = new float[weights.Length];
        Array.Fill(squares, 1e-3f);
        var sums = new float[weights.Length];
        var likelihoods = new float[width];
        var order = Enumerable.Range(0, sentences.Length).ToArray();
        var chance = new Random(17);
        for (var round = 0; round < Rounds; round++)
        {
            chance.Shuffle(order);
            foreach (var (meaning, shown) in order.Select(number => sentences[number]))
            {
                Judge(shown, likelihoods);
                likelihoods[meaning] -= 1;
                foreach (var (trait, weight) in shown)
                    Correct(MemoryMarshal.Cast<float, Vector<float>>(Row(weights, trait)), MemoryMarshal.Cast<float, Vector<float>>(Row(squares, trait)), MemoryMarshal.Cast<float, Vector<float>>(likelihoods.AsSpan()), weight);
            }
            if (round >= Rounds - RoundsKept)
            {
                for (var i = 0; i < weights.Length; i++)
                    sums[i] += weights[i];
            }
        }
        // As a file keeps them, so that both say the same.
        for (var i = 0; i < weights.Length; i++)
            weights[i] = (float)(Half)(sums[i] / RoundsKept);
    }

    private static void Correct(Span<Vector<float>> weights, Span<Vector<float>> squares, ReadOnlySpan<Vector<float>> errors, float weight)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            var slope = errors[i] * weight;
            squares[i] += slope * slope;
            weights[i] -= Rate * slope / Vector.SquareRoot(squares[i]);
        }
    }

    private void Judge((int Trait, float Weight)[] shown, float[] likelihoods)
    {
        Array.Clear(likelihoods);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(likelihoods.AsSpan());
        foreach (var (trait, weight) in shown)
        {
            var row = MemoryMarshal.Cast<float, Vector<float>>(Row(weights, trait));
            for (var i = 0; i < sums.Length; i++)
                sums[i] += row[i] * weight;
        }
        var most = likelihoods.AsSpan(0, meanings.Length).ToArray().Max();
        var total = 0f;
        for (var i = 0; i < meanings.Length; i++)
            total += likelihoods[i] = MathF.Exp(likelihoods[i] - most);
        for (var i = 0; i < likelihoods.Length; i++)
            likelihoods[i] = i < meanings.Length ? likelihoods[i] / total : 0;
    }

    private Span<float> Row(float[] of, int trait) => of.AsSpan(trait * width, width);

    /// <summary>A vector of length 1, or shorter where some traits are unknown.</summary>
    private (int Trait, float Weight)[] Weigh(IReadOnlyCollection<string> shown)
    {
        var known = shown.Select(trait => traits.GetValueOrDefault(trait, -1)).Where(trait => trait >= 0).ToList();
        var strange = (shown.Count - known.Count) * WeightOfUnknown * WeightOfUnknown * Common * Common;
        var length = (float)Math.Sqrt(known.Sum(trait => rarity[trait] * rarity[trait]) + strange);
        return [.. known.Select(trait => (trait, rarity[trait] / length))];
    }
}

namespace PlanBot.Domain;

/// <summary>What became of a piece of text from one version to the next.</summary>
public enum PieceKind
{
    Same = 1,
    Removed = 2,
    Added = 3,
}

public sealed record TextPiece(PieceKind Kind, string Text);

/// <summary>Compares two texts word by word: a Chinese character, a number or a Latin word is never cut.</summary>
public static class TextDifference
{
    /// <summary>Beyond so many cells of the comparison, what differs is shown as one piece: nobody reads ten thousand small changes.</summary>
    private const int MostCells = 4_000_000;

    /// <summary>Shorter equal runs between two changes belong to them: two characters in common are no common text.</summary>
    private const int ShortestSame = 2;

    /// <returns>The pieces in order; those that are not <see cref="PieceKind.Added"/> give the old text, those that are not <see cref="PieceKind.Removed"/> the new one.</returns>
    public static IReadOnlyList<TextPiece> Between(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        var head = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        var tail = old.Skip(head).Reverse().Zip(now.Skip(head).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        var pieces = new List<TextPiece>();
        Add(pieces, PieceKind.Same, old[..head]);
        pieces.AddRange(Middle(old[head..^tail], now[head..^tail]));
        Add(pieces, PieceKind.Same, old[(old.Count - tail)..]);
        return Joined(pieces);
    }

    private static List<TextPiece> Middle(List<string> old, List<string> now)
    {
        var pieces = new List<TextPiece>();
        if ((long)old.Count * now.Count is 0 or > MostCells)
        {
            Add(pieces, PieceKind.Removed, old);
            Add(pieces, PieceKind.Added, now);
            return pieces;
        }
        var common = CommonLengths(old, now);
        for (int i = 0, j = 0; i < old.Count || j < now.Count;)
        {
            if (i < old.Count && j < now.Count && old[i] == now[j])
            {
                pieces.Add(new(PieceKind.Same, old[i++]));
                j++;
            }
            else if (j == now.Count || (i < old.Count && common[i + 1, j] >= common[i, j + 1]))
                pieces.Add(new(PieceKind.Removed, old[i++]));
            else
                pieces.Add(new(PieceKind.Added, now[j++]));
        }
        return pieces;
    }

    /// <summary>Length of the longest common run of words of the two rests, by where they begin.</summary>
    private static ushort[,] CommonLengths(List<string> old, List<string> now)
    {
        var common = new ushort[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? (ushort)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        return common;
    }

    /// <summary>Neighbours of one kind become one piece; what was removed stands before what was added in its place.</summary>
    private static List<TextPiece> Joined(List<TextPiece> pieces)
    {
        var joined = new List<TextPiece>();
        for (var i = 0; i < pieces.Count;)
        {
            var same = pieces.Skip(i).TakeWhile(piece => piece.Kind == PieceKind.Same).ToList();
            var isChangeOnBothSides = i > 0 && i + same.Count < pieces.Count;
            if (same.Count > 0 && !(isChangeOnBothSides && same.Sum(piece => piece.Text.Length) < ShortestSame))
            {
                joined.Add(new(PieceKind.Same, string.Concat(same.Select(piece => piece.Text))));
                i += same.Count;
                continue;
            }
            var (removed, added) = ("", "");
            while (i < pieces.Count)
            {
                var run = pieces.Skip(i).TakeWhile(piece => piece.Kind == PieceKind.Same).ToList();
                if (run.Count > 0 && (i + run.Count == pieces.Count || run.Sum(piece => piece.Text.Length) >= ShortestSame))
                    break;
                var piece = pieces[i++];
                removed += piece.Kind == PieceKind.Added ? "" : piece.Text;
                added += piece.Kind == PieceKind.Removed ? "" : piece.Text;
            }
            if (removed.Length > 0)
                joined.Add(new(PieceKind.Removed, removed));
            if (added.Length > 0)
                joined.Add(new(PieceKind.Added, added));
        }
        return joined;
    }

    private static void Add(List<TextPiece> pieces, PieceKind kind, List<string> words)
    {
        if (words.Count > 0)
            pieces.Add(new(kind, string.Concat(words)));
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var length = 1;
            if (char.IsAsciiLetterOrDigit(text[i]))
            {
                while (i + length < text.Length && (char.IsAsciiLetterOrDigit(text[i + length]) || (text[i + length] == '.' && i + length + 1 < text.Length && char.IsAsciiDigit(text[i + length + 1]))))
                    length++;
            }
            else if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length)
                length = 2;
            words.Add(text.Substring(i, length));
            i += length;
        }
        return words;
    }
}

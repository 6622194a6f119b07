namespace PlanBot.Tests.Dialogs;

/// <summary>A conversation as a table: who says what, and what the answer must hold, or (with a leading !) must not.</summary>
internal static class SaidAndAnswered
{
    /// <param name="lines">Two by two: <c>user: text</c>, then what is expected, alternatives split by <c>|</c> all of them needed.</param>
    public static async Task PlayAsync(this Talk talk, params string[] lines)
    {
        Assert.True(lines.Length % 2 == 0, "every line needs its answer");
        for (var i = 0; i < lines.Length; i += 2)
        {
            var split = lines[i].IndexOf(": ", StringComparison.Ordinal);
            var answer = await talk.SayAsync(lines[i][..split], lines[i][(split + 2)..].Replace("\\n", "\n", StringComparison.Ordinal));
            foreach (var expected in lines[i + 1].Split('|'))
            {
                var holds = expected.StartsWith('!') ? !answer.Contains(expected[1..], StringComparison.Ordinal) : answer.Contains(expected, StringComparison.Ordinal);
                Assert.True(holds, $"{lines[i]}\nshould be answered with: {expected}\nbut was:\n{answer}");
            }
        }
    }
}

namespace PlanBot.Tests.Dialogs;

/// <summary>A conversation as a table: who says what, and what the answer must hold, or (with a leading !) must not.</summary>
internal static class SaidAndAnswered
{
    /// <param name="lines">Two by two: <c>user: text</c>, then what is expected, alternatives split by <c>|</c> all of them needed; <c>@2020-07-01 14:00</c> alone moves the clock.</param>
    public static async Task PlayAsync(this Talk talk, params string[] lines)
    {
        for (var i = 0; i < lines.Length; i += 2)
        {
            if (lines[i].StartsWith('@'))
                await talk.MoveToAsync(lines[i++][1..]);
            Assert.True(i + 1 < lines.Length, "every line needs its answer");
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

using System.Text;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace PlanBot.Tests.BotFramework.Inside;

/// <summary>JSON through lent buffers is the JSON that the serializer makes by itself.</summary>
public sealed class WireJsonTests
{
    private static readonly JsonSerializer Serializer = JsonSerializer.CreateDefault();

    public static TheoryData<string> Texts =>
    [
        "", "进展：完成选址", "\"\\\n\0\u2028", "𠮷野家", new string('字', 5000), new string('a', 100_000),
        .. Enumerable.Range(1000, 60).Select(length => new string('a', length) + "𠮷😀" + new string('字', length)), // wherever a buffer ends, between the halves of a character too
        "half \ud83d", "\ude00 half",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void What_is_written_is_what_the_serializer_writes_and_reads_again(string text)
    {
        var activity = new Activity { Type = text, Text = text, Value = new { text, number = 1.5, list = new[] { text } } };

        var written = WireJson.Write(Serializer, activity);

        Assert.Equal(Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(activity)), written);
        Assert.Equal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)), WireJson.Read<Activity>(Serializer, new MemoryStream(written)).Text);
    }

    [Fact]
    public async Task Many_at_the_same_time_do_not_disturb_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() =>
        {
            var text = new string((char)('a' + number), 3000 * (number + 1));
            for (var i = 0; i < 200; i++)
                Assert.Equal(text, WireJson.Read<Activity>(Serializer, new MemoryStream(WireJson.Write(Serializer, new Activity { Text = text }))).Text);
        })));
    }
}

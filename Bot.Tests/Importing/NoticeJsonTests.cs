using System.Text.Json;
using PlanBot.Importing;

namespace PlanBot.Tests.Importing;

public sealed class NoticeJsonTests
{
    [Fact]
    public void A_notice_is_written_in_the_form_of_the_contract()
    {
        var notice = Reading.WithBody("""
            各责任单位每周五17：30前将工作进展、存在问题报送县政府办公室。
            1．改造管网。2021年6月完成设计。（牵头单位：县水务局，配合单位：各镇；完成时限：9月底前）
            联系人：某甲
            """);

        var expected = """
            {"plan":{"title":"云河县人民政府办公室关于印发2021年重点工作的通知","issuer":"云河县人民政府办公室","documentNumber":null,
              "issuedOn":"2021-03-08","startsOn":"2021","endsOn":"2021",
              "reporting":{"frequency":"weekly","dueRule":{"kind":"dayOfWeek","day":5,"time":"17:30"},"firstPeriod":"2021W10",
                "evidence":"各责任单位每周五17：30前将工作进展、存在问题报送县政府办公室。","sections":["工作进展","存在问题"],"recipient":"县政府办公室","leadOnly":false},
              "contact":{"office":null,"person":"某甲","phone":null,"fax":null,"email":null}},
             "tasks":[{"number":"1","title":"改造管网","text":"改造管网。2021年6月完成设计。","line":5,
               "deadline":{"raw":"9月底前","date":"2021-09-30","precision":"day"},
               "milestones":[{"raw":"2021年6月完成设计","date":"2021-06","precision":"month"}],
               "units":[{"name":"县水务局","raw":"县水务局","role":"lead","kind":"unit"},{"name":"各镇","raw":"各镇","role":"support","kind":"group"}]}],
             "warnings":[{"line":5,"message":"“9月底”没有写年份，按通知理解为2021-09-30，请核对。"}]}
            """;
        var written = NoticeJson.Write(notice);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, JsonDocument.Parse(written).RootElement), written);
        Assert.Equal(Names(expected), Names(written)); // the order is the contract's too
        Assert.Contains("改造管网", written, StringComparison.Ordinal); // not escaped
    }

    [Fact]
    public void Unknown_values_are_null()
    {
        using var json = JsonDocument.Parse(NoticeJson.Write(Reading.Notice("关于印发要点的通知\n1．改造管网。（责任单位：县水务局）")));

        var plan = json.RootElement.GetProperty("plan");
        Assert.All(["issuer", "documentNumber", "issuedOn", "startsOn", "endsOn", "reporting", "contact"], name => Assert.Equal(JsonValueKind.Null, plan.GetProperty(name).ValueKind));
    }

    private static IEnumerable<string> Names(string json) => Names(JsonDocument.Parse(json).RootElement);

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Names(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };
}

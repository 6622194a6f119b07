using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

public sealed class ContactTests
{
    [Theory]
    [InlineData("(联系人:县商务局市场科 某甲\n联系电话:00000000\n传 真:00000001\n邮 箱:swj@example.invalid)", "县商务局市场科", "某甲", "00000000", "00000001", "swj@example.invalid")]
    [InlineData("（联系人：某甲、某乙，联系电话：0000-0000000，电子邮箱：a_b@example.invalid）", null, "某甲、某乙", "0000-0000000", null, "a_b@example.invalid")]
    [InlineData("联系人：某甲；电话：0000-0000000,00000000；邮箱：a@example.invalid。", null, "某甲", "0000-0000000,00000000", null, "a@example.invalid")]
    [InlineData("联系单位：县商务局市场科；联系人：某甲；电话：00000000、00000001。", "县商务局市场科", "某甲", "00000000、00000001", null, null)]
    [InlineData("（联系人：县商务局市场科\n值班电话：00000000）", "县商务局市场科", null, "00000000", null, null)]
    [InlineData("联 系 人：县政府办督查科某某甲", "县政府办督查科", "某某甲", null, null, null)]
    [InlineData("聯系人：某 甲\n聯系電話：00000000", null, "某 甲", "00000000", null, null)] // a mirror, and a name spaced out
    public void The_contact_is_read_as_printed(string lines, string? office, string? person, string? phone, string? fax, string? email) =>
        Assert.Equal(new NoticeContact(office, person, phone, fax, email), Reading.WithBody(lines).Plan.Contact);

    [Fact]
    public void A_second_contact_is_remarked()
    {
        var notice = Reading.WithBody("联系人：某甲，联系电话：00000000\n联系人：某乙，联系电话：00000001");

        Assert.Equal(new NoticeContact(null, "某甲", "00000000", null, null), notice.Plan.Contact);
        Assert.Contains((5, NoticeIssue.SecondContact), Reading.Remarks(notice));
    }

    [Fact]
    public void A_contact_column_of_a_table_is_no_contact() =>
        Assert.Null(Reading.WithBody("序号 | 工作任务 | 责任单位 | 联系人 |\n1 | 建成口袋公园。 | 县园林中心 | 某甲 |").Plan.Contact);
}

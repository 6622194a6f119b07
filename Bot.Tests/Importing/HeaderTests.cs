using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

public sealed class HeaderTests
{
    private const string Table = "\n序号 | 工作任务 | 责任单位 |\n1 | 建成口袋公园。 | 县园林中心 |";

    [Fact]
    public void A_page_frame_and_a_title_printed_twice_do_not_matter()
    {
        var notice = Reading.Notice("""
            当前位置：首页 > 政务公开 > 通知
            索引号：000000/2021-00001
            发布机构：云河县人民政府办公室
            发布日期：2021-04-02
            云河县人民政府办公室关于印发2021年民生实事的通知
            云河县人民政府办公室关于
            印发2021年民生实事的通知
            云政办〔2021〕15号
            各镇人民政府，县直各部门：
            现将《云河县2021年民生实事》印发给你们。
            　　　　　　　　　　云河县人民政府办公室
            　　　　　　　　　　二〇二一年三月三十日
            （此件公开发布）
            """ + Table);

        var plan = notice.Plan;
        Assert.Equal(("云河县人民政府办公室关于印发2021年民生实事的通知", "云河县人民政府办公室", "云政办〔2021〕15号"), (plan.Title, plan.Issuer, plan.DocumentNumber));
        Assert.Equal(("2021-03-30", "2021", "2021"), (plan.IssuedOn, plan.StartsOn, plan.EndsOn));
        Assert.Empty(notice.Warnings);
    }

    [Theory]
    [InlineData("云河市临川区人民政府文件\n云临政发〔2021〕2号\n临川区人民政府关于印发 《2021年重点工作方案》的通知")]
    [InlineData("返 回\n所在位置: 云河网 > 热点\n临川区人民政府关于印发 《2021年重点工作方案》的通知\n发布时间：2021-03-08")]
    [InlineData("首页 > 政务公开 > 文件\n云河网\n临川区人民政府关于印发 《2021年重点工作方案》的通知")]
    [InlineData("云临政发〔2021〕2号《临川区人民政府关于印发 《2021年重点工作方案》的通知》\n云临政发〔2021〕2号")]
    [InlineData("废止时间: 2022-01-23 名称: 临川区人民政府关于印发 《2021年重点工作方案》的通知\n信息来源: 区政府办")]
    [InlineData("临川区人民政府\n2021年3月8日\n临川区人民政府关于印发 《2021年重点工作方案》的通知")]
    [InlineData("临川区人民政府关于印发 《2021年重点工作方案》的通知（云临政发〔2021〕2号）")]
    [InlineData("临川区人民政府关于印发 《2021年重点工作方案》的通知 云临政发〔2021〕2号 |")]
    [InlineData("无障碍阅读 返回首页\n政府信息公开\n临川区人民政府关于印发 《2021年重点工作方案》的通知\n云临政发〔2021〕2号")]
    [InlineData("【重点工作】临川区人民政府关于印发 《2021年重点工作方案》的通知 | ||||")]
    [InlineData("文件名称 临川区人民政府关于印发 《2021年重点工作方案》的通知\n文号 云临政发〔2021〕2号 成文日期: 2021年03月08日")]
    [InlineData("标  题 临川区人民政府关于印发 《2021年重点工作方案》的通知\n发文字号 云临政发〔2021〕2号 时  效 有效\n云临政发〔2021〕2号")]
    [InlineData("∙【字 号】云临政发〔2021〕2号\n正文\n临川区人民政府关于印发 《2021年\n重点工作方案》的通知")]
    [InlineData("标 题：临川区人民政府关于印发 《2021年重点工作方案》的通知\n文件编号: 云临政发〔2021〕2号 统一编号:")]
    public void What_a_page_prints_around_a_title_is_no_part_of_it(string head)
    {
        var notice = Reading.Notice(head + "\n各有关单位：" + Table);

        Assert.Equal(("临川区人民政府关于印发 《2021年重点工作方案》的通知", "临川区人民政府"), (notice.Plan.Title, notice.Plan.Issuer));
        Assert.DoesNotContain(notice.Warnings, warning => warning.Issue != NoticeIssue.DateMissing);
        Assert.Equal(head.Contains('〔') ? "云临政发〔2021〕2号" : null, notice.Plan.DocumentNumber);
    }

    [Fact]
    public void Of_a_title_that_the_browser_shows_and_the_page_prints_the_printed_one_holds()
    {
        var notice = Reading.Notice("临川区人民政府 区政府文件 区政府办公室关于印发临川区2021年重点工作的通知\n首页 > 政务公开\n临川区人民政府办公室\n关于印发临川区2021年重点工作的通知\n各有关单位：" + Table);

        Assert.Equal(("临川区人民政府办公室关于印发临川区2021年重点工作的通知", "临川区人民政府办公室"), (notice.Plan.Title, notice.Plan.Issuer));
    }

    [Fact]
    public void A_table_below_a_red_heading_is_of_the_organ_that_it_names()
    {
        var notice = Reading.Notice("临川区招商引资工作领导小组办公室文件\n（此件公开发布）\n附件\n临川区2021年招商引资重点任务分解表\n印发日期：2021年1月26日" + Table);

        Assert.Equal(("临川区2021年招商引资重点任务分解表", "临川区招商引资工作领导小组办公室", "2021-01-26"), (notice.Plan.Title, notice.Plan.Issuer, notice.Plan.IssuedOn));
    }

    [Fact]
    public void Traditional_characters_are_read_as_their_simplified_forms()
    {
        var notice = Reading.Notice("雲河縣人民政府關於貫徹落實《穩定就業若干措施》的實施意見\n各鎮人民政府：\n雲河縣人民政府\n二○二一年三月八日" + Table);

        Assert.Equal(("雲河縣人民政府關於貫徹落實《穩定就業若干措施》的實施意見", "雲河縣人民政府", "2021-03-08"), (notice.Plan.Title, notice.Plan.Issuer, notice.Plan.IssuedOn));
    }

    [Theory]
    [InlineData("各镇人民政府：\n现将《2021年〈政府工作报告〉任务分解》印发给你们，请抓好落实。", "2021年〈政府工作报告〉任务分解")]
    [InlineData("各镇人民政府：\n《云河县2021年重点工作分工》已经县政府同意，现印发给你们。", "云河县2021年重点工作分工")]
    [InlineData("各镇人民政府：\n经县政府同意，现将 《2021年任务分工》(以下简称 《分工》)印发给你们。", "2021年任务分工")]
    [InlineData("各镇人民政府：\n现将有关事项通知如下。\n附件:1. 2021年《政府工作报告》任务分解表", "2021年《政府工作报告》任务分解表")]
    [InlineData("各镇人民政府：\n现将有关事项通知如下。\n附件：云河县2021年任务分解表", "云河县2021年任务分解表")]
    public void A_letter_without_a_title_is_named_by_what_it_sends_out(string letter, string expected)
    {
        var notice = Reading.Notice(letter + Table);

        Assert.Equal((expected, "2021"), (notice.Plan.Title, notice.Plan.EndsOn));
        Assert.Contains(notice.Warnings, warning => warning.Issue == NoticeIssue.TitleFromLetter && warning.Subject == expected);
    }

    [Fact]
    public void The_foot_of_a_page_is_no_part_of_the_notice()
    {
        var notice = Reading.Notice("关于2021年要点的通知\n2021年3月8日\n一、任务\n1．建成口袋公园。（责任单位：县园林中心）\n2．改进服务。\n主办单位：云河县人民政府 联系电话：00000000\n承办单位：云河县政府办公室\n网站标识码：0000000000\n云ICP备00000000号");

        Assert.Equal("县园林中心/Responsible", Reading.Units(Assert.Single(notice.Tasks)));
        Assert.Null(notice.Plan.Contact);
    }

    [Fact]
    public void A_title_that_holds_what_no_title_does_is_remarked()
    {
        var notice = Reading.Notice("云河县商务局关于2021年3月8日印发要点的通知\n各单位：" + Table);

        Assert.Contains((1, NoticeIssue.TitleDoubtful), Reading.Remarks(notice));
    }

    [Theory]
    [InlineData("云河县关于做好\n招商引资重点工作的\n通知", "云河县关于做好招商引资重点工作的通知")]
    [InlineData("云河县关于转发招商引资意见\n的通知", "云河县关于转发招商引资意见的通知")]
    [InlineData("云河县关于印发招商引资三年计划\n（2021—2023年）的通知", "云河县关于印发招商引资三年计划（2021—2023年）的通知")]
    [InlineData("云河县2021年招商引资任务分解表", "云河县2021年招商引资任务分解表")] // a bare attachment
    [InlineData("云河县2021年政府工作报告任务分解", "云河县2021年政府工作报告任务分解")]
    [InlineData("2021年优化招商服务重点任务", "2021年优化招商服务重点任务")]
    public void A_title_broken_over_lines_is_one_title(string lines, string expected) => Assert.Equal(expected, Reading.Notice(lines + "\n各单位：" + Table).Plan.Title);

    [Theory]
    [InlineData("关于印发《2021年要点》的通知\n各单位：\n云河县商务局\n2021年3月8日", "云河县商务局", "2021-03-08")] // the signature above the date
    [InlineData("关于印发《2021年要点》的通知\n各单位：\n云河县商务局 2021年3月8日", "云河县商务局", "2021-03-08")]
    [InlineData("云河县财政局 云河县商务局关于印发2021年要点的通知\n（2021年3月8日）", "云河县财政局 云河县商务局", "2021-03-08")]
    [InlineData("转发县商务局关于2021年要点的通知\n2021年3月8日", null, "2021-03-08")]
    [InlineData("关于2021年要点的通知\n成文日期：2021-03-08\n发布日期：2021-03-15", null, "2021-03-08")]
    [InlineData("关于2021年要点的通知\n发布日期2021年03月15日\n成文日期2021年03月08日", null, "2021-03-08")] // keys without colons
    [InlineData("关于2021年要点的通知\n有效性：有效 发文日期：2021年03月08日 公开日期：2021-03-15", null, "2021-03-08")]
    [InlineData("关于2021年要点的通知\n发布日期：2021-03-15", null, null)] // the day of publication is not the notice's
    [InlineData("关于做好2021年重点工作的通知\n一、总体要求\n抓紧落实。\n云河县商务局\n2021年3月8日", "云河县商务局", "2021-03-08")] // the signature stands last
    public void Issuer_and_date_come_from_the_letter(string letter, string? issuer, string? date)
    {
        var plan = Reading.Notice(letter + Table).Plan;

        Assert.Equal((issuer, date), (plan.Issuer, plan.IssuedOn));
    }

    [Theory]
    [InlineData("竹府办〔2016〕20号", "竹府办〔2016〕20号")]
    [InlineData("云办函[2016]38号", "云办函[2016]38号")]
    [InlineData("(云农函﹝2009﹞42号)", "云农函﹝2009﹞42号")]
    [InlineData("文号：云办发【2016】8号", "云办发【2016】8号")]
    [InlineData("根据云办发〔2015〕8号文件要求，制定本表。", null)] // another paper
    public void A_document_number_stands_on_a_line_of_its_own(string line, string? expected) =>
        Assert.Equal(expected, Reading.Notice($"关于印发2016年要点的通知\n{line}\n2016年3月8日{Table}").Plan.DocumentNumber);

    [Fact]
    public void A_damaged_document_number_is_left_out_and_remarked()
    {
        var notice = Reading.Notice($"关于印发2020年要点的通知\n云州府发〔202020\n2020年3月8日{Table}");

        Assert.Null(notice.Plan.DocumentNumber);
        Assert.Equal([(2, NoticeIssue.DocumentNumberDamaged)], Reading.Remarks(notice));
    }

    [Theory]
    [InlineData("关于印发三年行动计划（2018—2020年）的通知", "2018", "2020")]
    [InlineData("关于印发三年行动计划(2018-2020年)的通知", "2018", "2020")]
    [InlineData("关于印发2018年至2020年行动计划的通知", "2018", "2020")]
    [InlineData("关于印发三年行动计划2020年工作的通知", "2020", "2020")]
    [InlineData("关于印发重点工作的通知\n现将《招商方案（2021—2022年）》印发给你们。", "2021", "2022")]
    [InlineData("关于印发重点工作的通知\n按照《三年计划（2018-2020年）》要求，拟定分工。", null, null)] // what it rests on is not itself
    public void Years_of_the_plan_come_from_its_title(string head, string? from, string? to)
    {
        var plan = Reading.Notice($"{head}\n2020年3月8日{Table}").Plan;

        Assert.Equal((from, to), (plan.StartsOn, plan.EndsOn));
    }
}

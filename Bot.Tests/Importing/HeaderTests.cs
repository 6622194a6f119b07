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
    [InlineData("云河县关于做好\n招商引资重点工作的\n通知", "云河县关于做好招商引资重点工作的通知")]
    [InlineData("云河县关于转发招商引资意见\n的通知", "云河县关于转发招商引资意见的通知")]
    [InlineData("云河县关于印发招商引资三年计划\n（2021—2023年）的通知", "云河县关于印发招商引资三年计划（2021—2023年）的通知")]
    [InlineData("云河县2021年招商引资任务分解表", "云河县2021年招商引资任务分解表")] // a bare attachment
    public void A_title_broken_over_lines_is_one_title(string lines, string expected) => Assert.Equal(expected, Reading.Notice(lines + "\n各单位：" + Table).Plan.Title);

    [Theory]
    [InlineData("关于印发《2021年要点》的通知\n各单位：\n云河县商务局\n2021年3月8日", "云河县商务局", "2021-03-08")] // the signature above the date
    [InlineData("关于印发《2021年要点》的通知\n各单位：\n云河县商务局 2021年3月8日", "云河县商务局", "2021-03-08")]
    [InlineData("云河县财政局 云河县商务局关于印发2021年要点的通知\n（2021年3月8日）", "云河县财政局 云河县商务局", "2021-03-08")]
    [InlineData("转发县商务局关于2021年要点的通知\n2021年3月8日", null, "2021-03-08")]
    [InlineData("关于2021年要点的通知\n成文日期：2021-03-08\n发布日期：2021-03-15", null, "2021-03-08")]
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

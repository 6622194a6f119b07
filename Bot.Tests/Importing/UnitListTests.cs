using PlanBot.Data.Model;
using PlanBot.Importing;
using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

public sealed class UnitListTests
{
    [Theory]
    [InlineData("区网信办、工信委、科委", "区网信办 区工信委 区科委")]
    [InlineData("市教委、科技局、市民政局、财政局", "市教委 市科技局 市民政局 市财政局")]
    [InlineData("省委宣传部、文化和旅游厅", "省委宣传部 省文化和旅游厅")] // one character is shared, not 省委
    [InlineData("区商务局（区药发中心）、财政局", "区商务局（区药发中心） 区财政局")] // the bracket belongs to the name
    [InlineData("区发改局，区科技局；区财政局", "区发改局 区科技局 区财政局")]
    [InlineData("区发改局及区科技局", "区发改局 区科技局")]
    [InlineData("区人力资源和社会保障局、工业和信息化局", "区人力资源和社会保障局 区工业和信息化局")] // 和 never separates
    [InlineData("国家发展改革委、科技部、财政部", "国家发展改革委 科技部 财政部")] // central organs share nothing
    [InlineData("市财政局、人民银行云州分行、科技局", "市财政局 人民银行云州分行 市科技局")]
    [InlineData("区财政局、云州邮政管理局、税务局", "区财政局 云州邮政管理局 区税务局")] // a branch is named by its place
    [InlineData("市金融局、天津证监局、广东金融监管局", "市金融局 天津证监局 广东金融监管局")]
    [InlineData("市科技局、杭州市政府、越秀区", "市科技局 杭州市政府 越秀区")]
    [InlineData("市科技局、云州经开区、高新区管委会、之江实验室", "市科技局 云州经开区 高新区管委会 之江实验室")]
    [InlineData("省文化和旅游厅、齐齐哈尔市文化广电和旅游局、恩施土家族苗族自治州林业局", "省文化和旅游厅 齐齐哈尔市文化广电和旅游局 恩施土家族苗族自治州林业局")]
    [InlineData("省工信厅、平潭综合实验区经济发展局、财政厅", "省工信厅 平潭综合实验区经济发展局 省财政厅")]
    [InlineData("区发改局、人行云州中支、财政局", "区发改局 人行云州中支 区财政局")]
    [InlineData("市城管局、综合行政执法局、文化和旅游局", "市城管局 市综合行政执法局 市文化和旅游局")]
    [InlineData("市教育局、团市委、妇联", "市教育局 团市委 市妇联")]
    [InlineData("市教育局、城投集团、云州大学", "市教育局 城投集团 云州大学")]
    [InlineData("县农业农村局、乡村振兴局", "县农业农村局 县乡村振兴局")] // 乡 is no level here
    [InlineData("市 教 委、科技局", "市教委 市科技局")]
    [InlineData("县委办、组织部、宣传部，县委政法委、统战部", "县委办 县委组织部 县委宣传部 县委政法委 县委统战部")]
    [InlineData("市防汛抗旱指挥部、应急管理局", "市防汛抗旱指挥部 市应急管理局")]
    [InlineData("縣財政局、教育局", "縣財政局 縣教育局")] // the level as its list writes it
    [InlineData("市教育局和各区政府", "市教育局 各区政府")] // no organ's name goes on with 和各
    public void Names_take_the_level_that_their_list_shares(string list, string expected)
    {
        var (units, warnings) = Read(list, issuer: null);

        Assert.Equal(expected.Split(' '), units.Select(unit => unit.Name));
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData("区网信办、市场监管局", "区网信办 区市场监管局")]
    [InlineData("区网信办、市场监督管理局", "区网信办 区市场监督管理局")]
    [InlineData("省工信厅、市场监管局", "省工信厅 省市场监管局")]
    [InlineData("市财政局、市场监管委", "市财政局 市市场监管委")]
    [InlineData("市市场监管委、财政局", "市市场监管委 市财政局")]
    [InlineData("区市场监管局、财政局", "区市场监管局 区财政局")]
    [InlineData("区城管局、市容园林委、市政管理局、市政园林局", "区城管局 区市容园林委 区市政管理局 区市政园林局")]
    [InlineData("区财政局、市民政局、科技局", "区财政局 市民政局 市科技局")] // 市+民政局
    [InlineData("区财政局、市政务服务办、市政府办公室", "区财政局 市政务服务办 市政府办公室")]
    public void Whole_organ_names_are_compared_before_a_level_is_read(string list, string expected)
    {
        var (units, _) = Read(list, issuer: null);

        Assert.Equal(expected.Split(' '), units.Select(unit => unit.Name));
    }

    [Fact]
    public void A_comma_ends_what_is_shared()
    {
        var (units, warnings) = Read("区网信办、工信委，财政局", "云州市临河区人民政府");

        Assert.Equal(["区网信办", "区工信委", "区财政局"], units.Select(unit => unit.Name));
        Assert.Equal([(NoticeIssue.LevelAdded, "区网信办、工信委，财政局", "区财政局")], warnings.Select(warning => (warning.Issue, warning.Subject, warning.Detail)));
    }

    [Theory]
    [InlineData("云河县人民政府办公室", "县发改局")]
    [InlineData("云州市临河区人民政府", "区发改局")]
    [InlineData("市工业和信息化局", "市发改局")]
    [InlineData("国务院办公厅", "发改局")]
    [InlineData(null, "发改局")]
    public void Bare_names_take_the_level_of_the_issuer(string? issuer, string expected)
    {
        var (units, warnings) = Read("发改局", issuer);

        Assert.Equal((expected, "发改局"), (Assert.Single(units).Name, units[0].Raw));
        Assert.Equal(expected != "发改局", warnings.Any(warning => warning.Issue == NoticeIssue.LevelAdded));
    }

    [Fact]
    public void Places_of_the_issuer_are_complete_names()
    {
        var (units, warnings) = Read("市财政局、云州消防支队、云州供电局", "云州市人民政府");

        Assert.Equal(["市财政局", "云州消防支队", "云州供电局"], units.Select(unit => unit.Name));
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData("各区")]
    [InlineData("各区政府")]
    [InlineData("各区、县级市")] // 各 holds for both
    [InlineData("各有关区、县级市")]
    [InlineData("各镇、街道")]
    [InlineData("各镇、街道、社区")]
    [InlineData("各委、办、局")]
    [InlineData("各地级以上市人民政府")]
    [InlineData("市级各有关部门")]
    [InlineData("省各有关单位")]
    [InlineData("区政府有关部门")]
    [InlineData("各有关部门和单位")]
    [InlineData("各项目牵头单位")]
    [InlineData("国务院各部门")]
    [InlineData("全区经济运行各专班")]
    [InlineData("县直各部门")]
    [InlineData("乡镇（街道）")]
    [InlineData("各县、区人民政府（管委会）")]
    [InlineData("各县（市、区）人民政府")]
    [InlineData("市、县相关部门")] // a level alone is no unit
    [InlineData("乡镇（街道）党（工）委")]
    [InlineData("属地街道")]
    [InlineData("相关区县")]
    [InlineData("省直管县（市）政府")]
    [InlineData("县（市、区）人民政府")]
    public void Collective_addressees_are_one_group(string list)
    {
        var (units, _) = Read(list, "云州市人民政府");

        Assert.Equal((list, list, UnitKind.Group), (Assert.Single(units).Name, units[0].Raw, units[0].Kind));
    }

    [Fact]
    public void Groups_and_units_stand_side_by_side()
    {
        var (units, _) = Read("市发展改革委、科技局，各区政府及各街道", "云州市人民政府");

        Assert.Equal(["市发展改革委", "市科技局", "各区政府", "各街道"], units.Select(unit => unit.Name));
        Assert.Equal([UnitKind.Unit, UnitKind.Unit, UnitKind.Group, UnitKind.Group], units.Select(unit => unit.Kind));
    }

    [Theory]
    [InlineData("区财政局、教育局等", "区财政局 区教育局")]
    [InlineData("区财政局、教育局、等部门", "区财政局 区教育局")] // a stray 、
    [InlineData("区财政局等区政府有关部门", "区财政局")]
    [InlineData("区财政局等有关单位。", "区财政局")]
    [InlineData("区财政局、教育局等部门、各街道", "区财政局 区教育局 各街道")] // 等 in the middle of a list
    [InlineData("区财政局等，各街道", "区财政局 各街道")]
    public void An_open_list_is_remarked_and_gives_no_unit_of_its_own(string list, string expected)
    {
        var (units, warnings) = Read(list, "临河区人民政府");

        Assert.Equal(expected.Split(' '), units.Select(unit => unit.Name));
        Assert.Equal([NoticeIssue.OpenList], warnings.Select(warning => warning.Issue));
    }

    [Theory]
    [InlineData("无")]
    [InlineData("—")]
    [InlineData("/")]
    [InlineData("")]
    public void A_mark_for_none_is_no_unit(string list) => Assert.Empty(Read(list, "临河区人民政府").Units);

    [Theory]
    [InlineData("做好统筹协调")]
    [InlineData("各镇政府按职责")]
    [InlineData("市统计局牵头市财政局")]
    [InlineData("市全域国土空间综合整治暨城乡融合发展改革试点工作领导小组专项推进办公室")]
    public void What_is_not_one_organ_is_remarked(string list)
    {
        var (units, warnings) = Read(list, "云州市人民政府");

        Assert.Equal(list, Assert.Single(units).Raw);
        Assert.Equal([NoticeIssue.DoubtfulUnit], warnings.Select(warning => warning.Issue));
    }

    [Theory]
    [InlineData("市教委和市科委", "市教委 市科委")]
    [InlineData("市工业和信息化局与国网云州供电公司及各区", "市工业和信息化局 国网云州供电公司 各区")]
    [InlineData("市环保局、林业局和云州气象局", "市环保局 市林业局 云州气象局")]
    public void And_separates_only_before_a_level_or_a_place_and_is_remarked(string list, string expected)
    {
        var (units, warnings) = Read(list, "云州市人民政府");

        Assert.Equal(expected.Split(' '), units.Select(unit => unit.Name));
        Assert.Equal([NoticeIssue.DoubtfulUnit], warnings.Select(warning => warning.Issue));
    }

    private static (IReadOnlyList<NoticeUnit> Units, IReadOnlyList<NoticeWarning> Warnings) Read(string list, string? issuer)
    {
        var remarks = new Remarks();
        return (new UnitReader(issuer, remarks).Read(Passage.Of(list, 1), AssignmentRole.Responsible), remarks.All);
    }
}

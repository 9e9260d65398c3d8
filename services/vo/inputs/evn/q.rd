<resource schema="evn" resdir="evn">
  <meta>
    creationDate: 2026-11-01T10:00:00Z
    title: EVN-like data archive
    description: One row per source and correlator product, as in a VLBI archive.
    subject: very-long-baseline-interferometry
    creator: Test, A.
    facility: EVN
    contentLevel: Research
    type: Archive
    coverage.waveband: Radio
  </meta>
  <table id="main" onDisk="True" adql="hidden" primary="did">
    <mixin
      productType="'visibility'" calibLevel="1" collectionName="'EVN'"
      targetName="target_name" obs_id="experiment" obs_publisher_did="did"
      access_url="'\getConfig{web}{serverURL}/evn/q/dl/dlmeta?ID=' || gavo_urlescape(did)"
      access_format="'application/x-votable+xml;content=datalink'"
      access_estsize="access_estsize" preview="NULL"
      ra="ra" dec="dec" fov="s_fov" coverage="s_region" sResolution="s_resolution"
      tMin="t_min" tMax="t_max" expTime="t_exptime" tResolution="t_resolution"
      emMin="em_min" emMax="em_max" emXel="em_xel" polXel="pol_xel" sXel1="-1" sXel2="-1"
      oUCD="'stat.uncalib'" instrumentName="'EVN'" facilityName="NULL"
      >//obscore#publish</mixin>
    <column name="did" type="text" description="publisher DID"/>
    <column name="experiment" type="text"/>
    <column name="target_name" type="unicode"/>
    <LOOP listItems="ra dec t_min t_max t_exptime t_resolution em_min em_max s_fov s_resolution"><events>
      <column name="\item" type="double precision"/></events></LOOP>
    <LOOP listItems="em_xel pol_xel access_estsize nparts embargo"><events>
      <column name="\item" type="bigint"><values nullLiteral="-1"/></column></events></LOOP>
    <column name="s_region" type="spoly"/>
    <index columns="experiment"/>
    <FEED source="//scs#splitPosIndex" long="ra" lat="dec"/>
  </table>
  <data id="import">
    <sources>data/evn.csv</sources>
    <csvGrammar enc="utf-8"/>
    <make table="main"><rowmaker idmaps="*">
      <LOOP listItems="ra dec t_min t_max t_exptime t_resolution em_min em_max s_fov s_resolution"><events>
        <map key="\item">parseWithNull(@\item, float, "")</map></events></LOOP>
      <map key="s_region">None if @ra=="" else pgsphere.SCircle(
          pgsphere.SPoint.fromDegrees(float(@ra), float(@dec)), float(@s_fov)*DEG).asPoly(8)</map>
    </rowmaker></make>
  </data>

  <service id="files" allowed="static"><nullCore/>
    <property name="staticData">data/files</property>
    <meta name="title">Static files</meta></service>

  <service id="dl" allowed="dlmeta,dlget">
    <meta name="title">EVN datalink</meta>
    <datalinkCore>
      <descriptorGenerator procDef="//datalink#fromtable">
        <bind name="tableName">"evn.main"</bind>
        <bind name="idColumn">"did"</bind>
      </descriptorGenerator>
      <metaMaker><code><![CDATA[
        base_ = "\getConfig{web}{serverURL}/evn/q/files/static/"
        m = descriptor.metadata
        exp = m["experiment"].lower()
        auth = m["embargo"]==1
        for i in range(m["nparts"]):
          if i==0 and m["experiment"]=="N05L1":
            url, size = base_+"n05l1.IDI1", 2102400
          elif auth:
            url, size = "\getConfig{web}{serverURL}/getproduct/maps/data/embargo_5.fits", None
          else:
            url, size = base_+"%s_%d_1.IDI%d"%(exp, i, i+1), None
          yield descriptor.makeLink(url, description="FITS-IDI part %d of %d"%(i+1, m["nparts"]),
            semantics="#this", contentType="application/x-fits-idi", contentLength=size)
        yield descriptor.makeLink(base_+"n05l1.antab", description="Tsys and gain curves",
          semantics="#calibration", contentType="text/plain", contentLength=1232, localSemantics="antab")
        yield descriptor.makeLink(base_+"feedback.html", description="Feedback page",
          semantics="#documentation", contentType="text/html")
        yield DatalinkFault.NotFoundFault(descriptor.pubDID,
          "No flag table for this experiment", semantics="#calibration",
          description="Flag table")
        yield descriptor.makeLink("\getConfig{web}{serverURL}/getproduct/maps/data/map_0.fits?preview=True",
          description="Map preview", semantics="#preview", contentType="image/jpeg")
      ]]></code></metaMaker>
      <dataFunction><code>
        raise base.ValidationError("no direct data", "ID")
      </code></dataFunction>
    </datalinkCore>
  </service>
</resource>

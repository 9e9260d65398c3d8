<resource schema="maps" resdir="maps">
  <meta>
    creationDate: 2026-11-01T10:00:00Z
    title: Test radio maps
    description: A few small FITS maps with SIA, datalink and cut-outs.
    subject: radio-sources
    creator: Test, A.
    facility: EVN
    instrument: EVN
    contentLevel: Research
    type: Archive
    coverage.waveband: Radio
  </meta>
  <table id="main" onDisk="True" adql="True" mixin="//siap#pgs">
    <mixin calibLevel="3" collectionName="'EVN maps'" targetName="object" oUCD="'phot.flux.density;em.radio'"
      createDIDIndex="True">//obscore#publishSIAP</mixin>
    <meta name="_associatedDatalinkService">
      <meta name="serviceId">dl</meta><meta name="idColumn">pub_did</meta></meta>
    <column name="object" type="text" ucd="meta.id;src" description="target"/>
    <column name="pub_did" type="text" ucd="meta.ref.ivoid" description="publisher DID"/>
  </table>
  <data id="import">
    <sources pattern="data/*.fits"/>
    <fitsProdGrammar qnd="True">
      <rowfilter procDef="//products#define">
        <bind key="table">"\schema.main"</bind>
        <bind key="owner">"pi" if "embargo" in \inputRelativePath{False} else None</bind>
        <bind key="embargo">datetime.date(2099, 1, 1) if "embargo" in \inputRelativePath{False} else None</bind>
      </rowfilter>
    </fitsProdGrammar>
    <make table="main"><rowmaker>
      <map key="object">@OBJECT</map>
      <map key="pub_did">\standardPubDID</map>
      <apply procDef="//siap#setMeta">
        <bind key="dateObs">@DATE_OBS</bind>
        <bind key="bandpassId">"C band"</bind>
        <bind key="bandpassLo">0.0587</bind>
        <bind key="bandpassHi">0.0603</bind>
        <bind key="bandpassUnit">"m"</bind>
        <bind key="pixflags">"F"</bind>
        <bind key="title">"EVN map {} {}".format(@OBJECT, @DATE_OBS)</bind>
      </apply>
      <apply procDef="//siap#computePGS"/>
    </rowmaker></make>
  </data>
  <service id="i" allowed="siap.xml,form">
    <meta name="shortName">evn maps sia</meta>
    <meta name="sia.type">Pointed</meta>
    <meta name="testQuery.pos.ra">49.95</meta><meta name="testQuery.pos.dec">41.51</meta>
    <meta name="testQuery.size.ra">0.1</meta><meta name="testQuery.size.dec">0.1</meta>
    <publish render="siap.xml" sets="ivo_managed"/>
    <dbCore queriedTable="main">
      <condDesc original="//siap#protoInput"/>
      <condDesc original="//siap#humanInput"/>
    </dbCore>
  </service>
  <service id="dl" allowed="dlget,dlmeta">
    <meta name="title">Maps datalink and cut-out</meta>
    <datalinkCore>
      <descriptorGenerator procDef="//soda#fits_genDesc">
        <bind key="accrefPrefix">'maps/data'</bind>
      </descriptorGenerator>
      <FEED source="//soda#fits_standardDLFuncs"/>
    </datalinkCore>
  </service>
</resource>
